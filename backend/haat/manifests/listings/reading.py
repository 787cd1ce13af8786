"""One row of listings as a draft of ours, or the column and reason why not."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING

from django.utils.text import slugify

from haat.catalog import services as catalog
from haat.catalog.services import missing
from haat.core.money import parse_minor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.models import Category
    from haat.manifests.listings.mapping import Mapping
    from haat.manifests.listings.source import Line

KEY = "listing:"
TITLE_MAX, SKU_MAX, KEY_MAX, DESCRIPTION_MAX = 250, 64, 100, 20_000
CUT_OFF = ("...", "…")


class Unreadable(Exception):
    """A row that cannot come in: which of our columns, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


def check(line: Line) -> None:
    """Raises Unreadable for what no draft could mend later."""
    if line.reason:
        raise Unreadable("row", line.reason)
    limits = {"key": KEY_MAX, "sku": SKU_MAX, "title": TITLE_MAX, "description": DESCRIPTION_MAX}
    for name, value in line.cells.items():
        if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise Unreadable(name, "There are bytes here that are not UTF-8.")
        if "\x00" in value:
            raise Unreadable(name, "There is a NUL byte here.")
        if name in {"key", "sku", "title"} and not value:
            raise Unreadable(name, "This is empty.")
        if len(value) > limits.get(name, DESCRIPTION_MAX):
            raise Unreadable(name, f"This has {len(value)} characters; at most {limits.get(name, DESCRIPTION_MAX)}.")


def tree_of(line: Line, depth: int) -> list[str]:
    """Names from the root down. What is cut off, or is the product or its brand again, is no category."""
    try:
        parsed = json.loads(line.cells["tree"] or "[]")
    except ValueError:
        raise Unreadable("tree", "This is not a list of category trees.") from None
    if not isinstance(parsed, list) or not all(isinstance(one, str) for one in parsed):
        raise Unreadable("tree", "This is not a list of category trees.")
    names = [name.strip() for name in (parsed[0] if parsed else "").split(">>")]
    title, brand = line.cells["title"].casefold(), line.cells["brand"].casefold()
    while names and _is_no_category(names[-1], title, brand, is_root=len(names) == 1):
        names.pop()
    return names[:depth] if all(names) else []


def _is_no_category(name: str, title: str, brand: str, *, is_root: bool) -> bool:
    folded = name.casefold()
    if not folded or folded.endswith(CUT_OFF) or folded == title:
        return True
    is_of_brand = bool(brand) and folded.startswith(f"{brand} ")
    # A tree of one name is the product itself, with more or fewer words than in its title.
    return is_of_brand or (is_root and (folded.startswith(title) or title.startswith(folded)))


def draft_of(line: Line, category: Category | None, sellers: dict[str, UUID], mapping: Mapping) -> catalog.ProductRow:
    """The draft with what it still lacks. Raises Unreadable for prices that contradict each other."""
    cells = line.cells
    price, mrp = _amount(cells, "price"), _amount(cells, "mrp")
    offers = []
    seller_id = seller_of(cells["brand"] or cells["title"].split()[0], sellers, mapping)
    if price is not None:
        if mrp is not None and mrp < price:
            raise Unreadable("mrp", f"The MRP {cells['mrp']} is below the price {cells['price']}.")
        offers.append(
            catalog.OfferRow(seller_id=seller_id, price_minor=price, mrp_minor=mrp or price, stock=mapping.stock)
        )
    lacks = missing.lacking(
        {
            missing.CATEGORY: category is not None,
            missing.ORIGIN: bool(mapping.country_of_origin),
            missing.HSN: bool(mapping.hsn),
            missing.PRICE: bool(offers),
            missing.STOCK: bool(offers) and mapping.stock > 0,
            missing.PICTURE: False,
            missing.DESCRIPTION: bool(cells["description"]),
        }
    )
    content = json.dumps([cells, mapping.fingerprint, category and str(category.pk), str(seller_id)], sort_keys=True)
    return catalog.ProductRow(
        key=f"{KEY}{cells['key']}", fingerprint=hashlib.sha256(content.encode()).hexdigest()[:32],
        slug=f"{slugify(cells['title'])[:80].strip('-') or 'product'}-{hashlib.sha256(cells['key'].encode()).hexdigest()[:10]}",
        title=cells["title"], category=category, seller_id=seller_id, description=cells["description"],
        country_of_origin=mapping.country_of_origin, tags=[cells["brand"]] if cells["brand"] else [], missing=lacks,
        variants=[catalog.VariantRow(sku=cells["sku"], offers=offers, hsn=mapping.hsn)],
    )  # fmt: skip


def seller_of(brand: str, sellers: dict[str, UUID], mapping: Mapping) -> UUID:
    """The seller the mapping names for a brand, else one by the name itself: the same name, the same seller."""
    folded = brand.casefold()
    if slug := mapping.sellers.get(folded):
        return sellers[slug]
    among: Sequence[str] = mapping.spread_over or sorted(sellers)
    return sellers[among[zlib.crc32(folded.encode()) % len(among)]]


def _amount(cells: dict[str, str], name: str) -> int | None:
    if not cells[name]:
        return None
    try:
        minor = parse_minor(cells[name])
    except ValueError as wrong:
        raise Unreadable(name, str(wrong)) from None
    if not 0 < minor <= catalog.PRICE_MAX_MINOR:
        raise Unreadable(name, f"“{cells[name]}” is not a price above zero.")
    return minor
