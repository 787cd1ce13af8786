"""How columns, brand names and category trees of a file become ours; every part has a default."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.manifests import kinds
from haat.manifests.problems import Refused
from haat.manifests.shape import Names, Table, Value
from haat.manifests.toml_file import TomlFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS = {
    "key": "uniq_id", "sku": "pid", "title": "product_name", "brand": "brand", "tree": "product_category_tree",
    "mrp": "retail_price", "price": "discounted_price", "description": "description",
}  # fmt: skip


def _slugs(value: Any) -> list[str]:
    if not isinstance(value, list) or not value:
        raise kinds.Wrong("This must be a list of sellers' short names.")
    return [kinds.slug(one) for one in value]


SHAPE = Table({
    "depth": Value(kinds.whole(1, 8), 3),
    "columns": Table({name: Value(kinds.text(80), column) for name, column in COLUMNS.items()}, is_optional=True),
    "sellers": Table({"spread_over": Value(_slugs, []), "by_brand": Names(kinds.slug)}, is_optional=True),
    "categories": Names(kinds.slug),
    "defaults": Table({
        "country_of_origin": Value(kinds.pattern("[A-Z]{2}", "Two capital letters."), ""),
        "hsn": Value(kinds.pattern("[0-9]{4}|[0-9]{6}|[0-9]{8}", "4, 6 or 8 digits."), ""),
        "stock": Value(kinds.whole(0, 1_000_000), 0),
    }, is_optional=True),
})  # fmt: skip


@dataclass(slots=True)
class Mapping:
    """`sellers`: brand name (lower case) → seller; the other names are spread over `spread_over`, each always to the same.

    `categories`: the start of a tree, such as “Clothing >> Women's Clothing”, → the slug of a category that is there.
    """

    depth: int = 3
    columns: dict[str, str] = field(default_factory=lambda: dict(COLUMNS))
    spread_over: Sequence[str] = ()
    sellers: dict[str, str] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    country_of_origin: str = ""
    hsn: str = ""
    stock: int = 0

    @property
    def options(self) -> dict[str, Any]:
        """The same in the words of an import."""
        answers = {"country_of_origin": self.country_of_origin, "hsn": self.hsn, "stock": self.stock}
        return {name: value for name, value in answers.items() if value != ""} | {
            "sellers": {"spread": list(self.spread_over), "by_brand": self.sellers}, "categories": self.categories,
            "make_categories": True, "trim_trees": self.depth, "extract": True, "drafts_only": True,
        }  # fmt: skip


def read_mapping(path: Path | None) -> Mapping:
    """Raises Refused naming line and field of what is wrong."""
    if path is None:
        return Mapping()
    toml = TomlFile(path, SHAPE)
    if toml.problems:
        raise Refused(toml.problems)
    data = toml.data
    return Mapping(
        depth=data["depth"],
        columns=data["columns"],
        spread_over=data["sellers"]["spread_over"],
        sellers={name.casefold(): slug for name, slug in data["sellers"]["by_brand"].items()},
        categories=data["categories"],
        **data["defaults"],
    )
