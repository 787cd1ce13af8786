"""What a manifest names must be there: categories, sellers, pages, files; and what must agree, agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import india
from haat.core.countries import COUNTRIES
from haat.manifests.contrast import ENOUGH, PAIRS, contrast
from haat.manifests.follow_shape import follow_shape
from haat.manifests.problems import Problem
from haat.tenancy.hosts import RESERVED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from haat.manifests.catalogue_csv import Row
    from haat.manifests.toml_file import TomlFile

    Place = tuple[str | int, ...]

OF_GOODS = ("category", "product", "price_from", "price_to")


def follow(folder: Path, toml: TomlFile, rows: Sequence[Row], pages: set[str]) -> None:
    """Report every name that leads nowhere."""
    data = toml.data
    if data["brand"]["slug"] in RESERVED:
        toml.at("brand", "slug")("This name is reserved. Choose another.")
    known = {"category": _unique(toml, "categories"), "seller": _unique(toml, "sellers"), "page": pages}
    known["collection"] = _unique(toml, "collections")
    follow_shape(toml, known["category"], {row["handle"] for row in rows})
    known["product"] = {row["handle"] for row in rows}
    _check_country(toml)
    _check_rules(toml)
    _check_sellers(toml)
    _check_tree(toml)
    _check_theme(toml)
    for place, name in _references(
        data, "category", "cta_category", "collection", "cta_collection", "seller", "page", "product"
    ):
        kind = str(place[-1]).removeprefix("cta_")
        if name not in known[kind]:
            toml.report(place, f"There is no {kind} “{name}” in this brand.")
    for place, name in _references(data, "image", "logo", "favicon"):
        if not name.startswith("theme/") or not (folder / name).is_file():
            toml.report(place, f"There is no file {name} below theme/ of this brand.")
    for row in rows:
        _follow_row(folder, row, known, toml.problems)


def _check_country(toml: TomlFile) -> None:
    brand = toml.data["brand"]
    country = COUNTRIES[brand["country"]]
    if brand["currency"] != country.currency:
        toml.at("brand", "currency")(f"A brand in {country.name} sells in {country.currency}.")
    if brand["home_state"] not in country.regions:
        toml.at("brand", "home_state")(f"This must be a {country.region_word} code of {country.name}.")
    if brand["gstin"] and not country.tax_number.match(brand["gstin"]):
        toml.at("brand", "gstin")(f"This is not a {country.tax_number_name}.")
    if brand["country"] != "IN":
        toml.at("brand", "country")(
            "Sellers of a manifest are Indian entities. Launch this brand in the platform portal."
        )


def _check_rules(toml: TomlFile) -> None:
    for number, row in enumerate(toml.data["commission_rules"]):
        for low, high in (("floor", "cap"), ("price_from", "price_to"), ("valid_from", "valid_to")):
            if row[low] is not None and row[high] is not None and row[high] < row[low]:
                toml.at("commission_rules", number, high)(f"This is below {low}.")
        if row["with_shipping"] and any(row[name] is not None for name in OF_GOODS):
            toml.at("commission_rules", number, "with_shipping")("A rule for some goods alone cannot be with shipping.")


def _check_theme(toml: TomlFile) -> None:
    for front, ground in PAIRS:
        ratio = contrast(toml.data["theme"][front], toml.data["theme"][ground])
        if ratio < ENOUGH:
            toml.at("theme", front)(f"Its contrast on {ground} is {ratio:.1f}; people need {ENOUGH}.")


def _unique(toml: TomlFile, name: str) -> set[str]:
    seen: set[str] = set()
    for number, row in enumerate(toml.data[name]):
        if row["slug"] in seen:
            toml.at(name, number, "slug")(f"“{row['slug']}” is here twice.")
        seen.add(row["slug"])
    return seen


def _check_sellers(toml: TomlFile) -> None:
    pans: set[str] = set()
    for number, seller in enumerate(toml.data["sellers"]):
        if seller["pan"] in pans:
            toml.at("sellers", number, "pan")("Another seller of this brand has this PAN.")
        pans.add(seller["pan"])
        if seller["gstin"] and seller["gstin"][:12] != seller["state"] + seller["pan"]:
            toml.at("sellers", number, "gstin")("The GSTIN must begin with the state code and the PAN.")
        if problem := india.pin_problem(seller["pin"], seller["state"]):
            toml.at("sellers", number, "pin")(problem)


def _check_tree(toml: TomlFile) -> None:
    """A parent stands above its children, so the tree has no ring."""
    above: set[str] = set()
    for number, row in enumerate(toml.data["categories"]):
        if row["parent"] and row["parent"] not in above:
            toml.at("categories", number, "parent")(f"There is no category “{row['parent']}” above this one.")
        above.add(row["slug"])


def _references(value: Any, *names: str, path: Place = ()) -> list[tuple[Place, str]]:
    """Every filled key of one of these names, wherever it stands."""
    found: list[tuple[Place, str]] = []
    entries: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        if key in names and isinstance(inner, str) and inner:
            found.append(((*path, key), inner))
        found += _references(inner, *names, path=(*path, key))
    return found


def _follow_row(folder: Path, row: Row, known: dict[str, set[str]], problems: list[Problem]) -> None:
    file = folder / "catalogue.csv"
    problems += [
        Problem(file, row.line, column, f"brand.toml has no {column} “{row[column]}”.")
        for column in ("category", "seller")
        if row[column] not in known[column]
    ]
    if not (folder / "theme" / row["image"]).is_file():
        problems.append(Problem(file, row.line, "image", f"There is no file theme/{row['image']}."))
