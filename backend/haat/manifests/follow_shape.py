"""What attributes and collections of a manifest name must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from haat.manifests.toml_file import TomlFile


def follow_shape(toml: TomlFile, categories: set[str], handles: set[str]) -> None:
    for number, row in enumerate(toml.data["attributes"]):
        if row["kind"] in {"choice", "choices", "colour"} and not row["choices"]:
            toml.at("attributes", number, "kind")("This kind needs choices.")
        for slug in set(row["categories"] or ()) - categories:
            toml.at("attributes", number, "categories")(f"There is no category “{slug}” in this brand.")
    for number, row in enumerate(toml.data["collections"]):
        _collection(toml, number, row, categories, handles)


def _collection(toml: TomlFile, number: int, row: dict[str, Any], categories: set[str], handles: set[str]) -> None:
    if bool(row["conditions"]) == bool(row["products"]):
        toml.at("collections", number, "slug")("Give either conditions or products.")
    for slug in set(row["products"] or ()) - handles:
        toml.at("collections", number, "products")(f"There is no product “{slug}” in catalogue.csv.")
    for place, one in enumerate(row["conditions"]):
        wrong = set(one["values"] or ()) - categories if one["field"] == "category" else set()
        for slug in wrong:
            toml.at("collections", number, "conditions", place, "values")(f"There is no category “{slug}”.")
