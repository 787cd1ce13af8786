"""Typed attributes and collections of a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import services as catalog
from haat.core.money import parse_minor

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Category
    from haat.manifests.manifest import Manifest


def put_attributes(manifest: Manifest, tree: dict[str, Category], at: datetime) -> None:
    """Before the goods, whose values they check."""
    specs = [
        catalog.AttributeSpec(
            code=row["code"], name=row["name"], kind=row["kind"], unit=row["unit"], is_facet=row["facet"],
            is_axis=row["axis"], is_required=row["required"], position=position,
            choices=[catalog.ChoiceSpec(one["label"], one["swatch"]) for one in row["choices"]],
            category_ids=[tree[slug].pk for slug in row["categories"]],
        )
        for position, row in enumerate(manifest.data["attributes"])
    ]  # fmt: skip
    catalog.put_attributes(specs=specs, at=at)


def put_collections(manifest: Manifest, tree: dict[str, Category]) -> None:
    """After the goods, which they name."""
    specs = []
    for row in manifest.data["collections"]:
        words = {
            name: row[name]
            for name in ("slug", "title", "description", "image", "sort", "seo_title", "seo_description")
        }
        found = [_condition(one, tree) for one in row["conditions"]]
        rule = {"match": row["match"], "conditions": found} if found else None
        specs.append(catalog.CollectionSpec(**words, rule=rule, products=row["products"]))
    catalog.put_collections(specs=specs)


def _condition(row: dict[str, Any], tree: dict[str, Category]) -> dict[str, Any]:
    field = row["field"]
    if field == "category":
        return {"field": field, "op": row["op"], "values": [str(tree[slug].pk) for slug in row["values"] or []]}
    if field == "price":
        ends = {end: parse_minor(row[end]) if row[end] else None for end in ("min", "max")}
        return {"field": field, "op": "between", **ends}
    if field == "attribute" and row["values"] is None:
        return {"field": field, "name": row["name"], "op": "between", "min": row["min"], "max": row["max"]}
    return {name: value for name, value in row.items() if value is not None}
