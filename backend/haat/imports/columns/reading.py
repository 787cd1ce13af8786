"""A row's cells as what it wants, or the column and sentence why not."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from haat.catalog.services import Wanted
from haat.core.sentences import restored, sentence
from haat.imports.attributes import extract
from haat.imports.columns import cells as read
from haat.imports.columns import lists
from haat.imports.columns.pairs import named_pairs, options_of
from haat.imports.columns.places import names_of, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from haat.core.sentences import Part
    from haat.imports.columns.places import Places

PICTURE = sentence("picture_left", "Pictures are not fetched from addresses; add them on the product’s page.")
SKU_MAX, HANDLE_MAX = 64, 120


class Wrong(Exception):
    """Which column of ours, and what to do."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


@dataclass(slots=True)
class Read:
    """A row as it was understood."""

    wanted: Wanted
    stock: int | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Reads rows of one import. `sellers` maps short names; `own` is the seller whose file it is."""

    columns: Sequence[str]
    options: Mapping[str, Any]
    currency: str
    places: Places
    sellers: Mapping[str, UUID]
    own: UUID | None
    kinds: dict[str, tuple[str, str, Callable[[str], Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        price: Any = partial(read.price, currency=self.currency)
        self.kinds = {
            "title": ("words", "title", read.text(250)), "description": ("words", "description", read.text(20_000)),
            "description_html": ("words", "description", read.words_of_html), "manufacturer": ("words", "manufacturer", read.text(300)),
            "importer": ("words", "importer", read.text(300)), "packer": ("words", "packer", read.text(300)),
            "country_of_origin": ("words", "country_of_origin", read.country), "tags": ("words", "tags", lists.split_tags),
            "specifications": ("words", "specifications", lists.split_pairs), "hsn": ("variant", "hsn", read.hsn),
            "net_quantity": ("variant", "net_quantity", read.text(60)), "weight_g": ("variant", "weight_g", read.whole),
            "weight_kg": ("variant", "weight_g", read.grams_of_kilos), "barcode": ("variant", "barcode", read.barcode),
            "price": ("offer", "price_minor", price), "mrp": ("offer", "mrp_minor", price), "handling_days": ("offer", "handling_days", read.whole),
            "offer_status": ("offer", "status", read.choice("active", "paused", "archived")),
        }  # fmt: skip

    def read(self, number: int, cells: Sequence[str], faults: Mapping[str, Part], first: Mapping[str, str]) -> Read:
        """Raises Wrong. `first` are the names of options of the first row of the product."""
        given = self.given(cells)
        self._check_faults(faults)
        wanted = Wanted(number, self.seller_of(given), self._sku(given), given.get("handle", "")[:HANDLE_MAX])
        parts: dict[str, dict[str, Any]] = {"words": wanted.words, "variant": wanted.variant, "offer": wanted.offer}
        for code, cell in given.items():
            if kind := self.kinds.get(code):
                part, name, reader = kind
                parts[part][name] = _tried(code, reader, cell)
        if wanted.offer.get("handling_days", 0) > 60:
            raise Wrong("handling_days", sentence("days_most", "At most 60 days."))
        stock = _tried("stock", read.whole, given["stock"]) if "stock" in given else None
        self._place(given, wanted)
        if options := options_of(given, first):
            wanted.variant["options"] = options
        wanted.specifications.extend(named_pairs(given, "spec:"))
        wanted.keeps_archived = given.get("status", "").casefold() == "archived"
        self._defaults(wanted, given)
        return Read(wanted, stock, [PICTURE] if given.get("picture") else [])

    def given(self, cells: Sequence[str]) -> dict[str, str]:
        """Cells that say something, by our names."""
        return {
            code: read.undefused(cell) for code, cell in zip(self.columns, cells, strict=False) if code and cell.strip()
        }

    def category_of(self, given: Mapping[str, str]) -> str:
        """What the row calls its category; of trees that an export made, only the part that is one."""
        cell = given.get("category", "")
        if not cell or not self.options.get("trim_trees"):
            return cell
        title, brand = given.get("title", ""), given.get("spec:Brand", "")
        return " >> ".join(trimmed(names_of(cell), title=title, brand=brand, depth=int(self.options["trim_trees"])))

    def _check_faults(self, faults: Mapping[str, Part]) -> None:
        if "-1" in faults:
            raise Wrong("row", restored(faults["-1"]))
        for place, fault in faults.items():
            if int(place) < len(self.columns) and self.columns[int(place)]:
                raise Wrong(self.columns[int(place)], restored(fault))

    def _sku(self, given: Mapping[str, str]) -> str:
        sku = given.get("sku", "")
        if not sku:
            raise Wrong("sku", sentence("sku_none", "This row has no SKU. Give each variant one of its own."))
        if len(sku) > SKU_MAX:
            raise Wrong(
                "sku",
                sentence(
                    "sku_long",
                    "A SKU has at most {most} characters; this one has {count}.",
                    most=SKU_MAX,
                    count=len(sku),
                ),
            )
        return sku

    def seller_of(self, given: Mapping[str, str]) -> UUID:
        """Raises Wrong."""
        slug = given.get("seller", "")
        if self.own is not None:
            if slug and self.sellers.get(slug) != self.own:
                raise Wrong(
                    "seller",
                    sentence("seller_other", "“{name}” is not your shop. Leave this column out.", name=slug[:60]),
                )
            return self.own
        slug = slug or str(self.options.get("seller", "")) or self._seller_of_brand(given)
        if not slug:
            raise Wrong(
                "seller",
                sentence(
                    "seller_none", "Whose is this? Name the seller in a column, or choose one for the whole file."
                ),
            )
        if slug not in self.sellers:
            raise Wrong("seller", sentence("seller_unknown", "There is no active seller “{name}”.", name=slug[:60]))
        return self.sellers[slug]

    def _seller_of_brand(self, given: Mapping[str, str]) -> str:
        """Where the options spread goods over sellers: by the name of their brand, the same name to the same seller."""
        rules = self.options.get("sellers") or {}
        words = given.get("spec:Brand") or given.get("title", "").partition(" ")[0]
        among = rules.get("spread", [])
        told: str = rules.get("by_brand", {}).get(words.casefold(), "")
        return told or (among[zlib.crc32(words.casefold().encode()) % len(among)] if among else "")

    def _place(self, given: Mapping[str, str], wanted: Wanted) -> None:
        if not (cell := self.category_of(given)):
            return
        found = self.places.find(cell)
        if found is not None:
            wanted.words["category"] = found
        elif not self.places.is_told(cell) and not self.options.get("make_categories"):  # an answer may also be: none
            raise Wrong(
                "category",
                sentence(
                    "category_unknown",
                    "There is no category “{name}”. Say on the mapping which of yours it is.",
                    name=cell[:80],
                ),
            )

    def _extract(self, wanted: Wanted, given: Mapping[str, str]) -> None:
        brand, tree = given.get("spec:Brand", ""), names_of(given.get("category", ""))
        words = {"title": given.get("title", ""), "description": wanted.words.get("description", "")}
        pairs = extract(brand=brand, tree=tree, **words)
        wanted.defaults["specifications"] = pairs
        wanted.defaults["tags"] = [pair["value"] for pair in pairs if pair["name"] == "Brand"]

    def _defaults(self, wanted: Wanted, given: Mapping[str, str]) -> None:
        """What counts for a product that is new and does not say it."""
        options = self.options
        for name in ("country_of_origin", "manufacturer"):
            if options.get(name):
                wanted.defaults[name] = options[name]
        category = wanted.words.get("category") or self.places.by_slug.get(str(options.get("category", "")))
        if category is not None:
            wanted.defaults["category"] = category
        if options.get("extract"):
            self._extract(wanted, given)
        by_category = options.get("hsn_by_category") or {}
        told = by_category.get(str(category.slug) if category else "", "")
        wanted.hsn_default = told or options.get("hsn", "") or self.places.hsn_of(category)


def _tried(code: str, reader: Callable[[str], Any], cell: str) -> Any:
    try:
        return reader(cell)
    except ValueError as wrong:
        raise Wrong(code, wrong.args[0]) from None
