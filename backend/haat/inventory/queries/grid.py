"""Every offer of a seller in one piece: for the grid that edits many, and for the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.core import csv
from haat.core.money import plain_minor
from haat.inventory.queries.left import seller_offers
from haat.inventory.queries.places import place_counts
from haat.inventory.queries.shelf import shelves
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.catalog.models import Offer
    from haat.sellers.models import PickupPlace, Seller

FILE_ROWS_MAX = 100_000
HEADER = ("SKU", "Title", "Place", "On hand", "Reserved", "Price", "MRP", "Handling days", "Status")


@dataclass(frozen=True, slots=True)
class GridRow:
    offer: Offer
    kind: str
    on_hand: int
    reserved: int

    @property
    def price_minor(self) -> int:
        return self.offer.price_minor

    @property
    def mrp_minor(self) -> int:
        return self.offer.mrp_minor

    @property
    def currency(self) -> str:
        return self.offer.currency


def grid(*, seller: Seller, place: PickupPlace | None, q: str, stock: str, rows_max: int) -> dict[str, Any]:
    """Offers by SKU with the counts of one place."""
    place = place or sellers.default_places(seller_ids=[seller.pk])[seller.pk]
    found = seller_offers(seller=seller, q=q, stock=stock).exclude(status="archived").order_by("variant__sku", "pk")
    offers = list(found.prefetch_related(None)[: rows_max + 1])
    ids = [offer.pk for offer in offers[:rows_max]]
    known, counts = shelves(ids), place_counts(ids)
    rows = []
    for offer in offers[:rows_max]:
        here = next((one for one in counts[offer.pk] if one.place.pk == place.pk), None)
        is_numbered = any(source.drop for source in known[offer.pk].sources)
        kind = "bundle" if offer.variant.is_bundle else "numbered" if is_numbered else "plain"
        rows.append(GridRow(offer, kind, here.on_hand if here else 0, here.reserved if here else 0))
    return {"place_id": place.pk, "rows": rows, "is_cut": len(offers) > rows_max}


def stock_file(*, seller: Seller) -> dict[str, Any]:
    """One line a SKU and place, in the shape that the grid reads back."""
    lines = list(_lines(seller))
    return {"csv": "".join(csv.rows(HEADER, lines)), "rows": len(lines)}


def _lines(seller: Seller) -> Iterator[tuple[Any, ...]]:
    found = seller_offers(seller=seller).exclude(status="archived").order_by("variant__sku", "pk")
    offers = list(found.prefetch_related(None)[:FILE_ROWS_MAX])
    counts = place_counts([offer.pk for offer in offers])
    for offer in offers:
        price, mrp = (plain_minor(amount, offer.currency) for amount in (offer.price_minor, offer.mrp_minor))
        title = " · ".join(filter(None, [offer.variant.product.title, offer.variant.label]))
        promise = (price, mrp, offer.handling_days, offer.status)
        if offer.variant.is_bundle or not counts[offer.pk]:
            yield (offer.variant.sku, title, "", "", "", *promise)
            continue
        for one in counts[offer.pk]:
            yield (offer.variant.sku, title, one.place.name, one.on_hand, one.reserved, *promise)
