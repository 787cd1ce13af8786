"""What is left of offers and the level of each, as SQL: to sort and filter long lists by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, IntegerField
from django.db.models.expressions import RawSQL

from haat.catalog import queries as catalog
from haat.inventory.models import Stock
from haat.inventory.queries.levels import LOW_STOCK

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.catalog.models import Offer
    from haat.sellers.models import Seller

FREE = """(
    (SELECT coalesce(sum(s.on_hand - s.reserved), 0) FROM inventory_stock s WHERE s.offer_id = {0} AND s.is_open)
    + (SELECT count(*) FROM inventory_unit u JOIN inventory_stock s ON s.id = u.stock_id
       WHERE s.offer_id = {0} AND s.is_open AND u.state = 'available'))"""
PART = FREE.format(
    "(SELECT p.id FROM catalog_offer p WHERE p.variant_id = c.variant_id AND p.seller_id = catalog_offer.seller_id)"
)
LEFT = f"""CASE WHEN (SELECT v.is_bundle FROM catalog_variant v WHERE v.id = catalog_offer.variant_id)
    THEN coalesce((SELECT min(div({PART}, c.quantity)) FROM catalog_component c
        WHERE c.bundle_id = catalog_offer.variant_id), 0)
    ELSE {FREE.format("catalog_offer.id")} END"""  # noqa: S608 - put together from constants alone
LEVEL = """coalesce((SELECT l.threshold FROM inventory_alertlevel l WHERE l.seller_id = catalog_offer.seller_id
    AND (l.offer_id = catalog_offer.id OR l.offer_id IS NULL) ORDER BY l.offer_id NULLS LAST LIMIT 1), %s)"""
STATES = ("low", "out", "enough")


def seller_offers(
    *,
    seller: Seller,
    status: str = "",
    q: str = "",
    low_stock: bool = False,
    stock: str = "",
    place_id: UUID | None = None,
) -> QuerySet[Offer]:
    """Offers of one seller with `left`, the units that can still be bought, and `level`, from which on they are low.

    `stock` is low (few or none left), out (none), or enough; `low_stock` is the first of these.
    """  # fmt: skip
    rows = catalog.seller_offers(seller=seller, status=status, q=q).annotate(
        left=RawSQL(LEFT, [], output_field=IntegerField()),  # noqa: S611 - constant text
        level=RawSQL(LEVEL, [LOW_STOCK], output_field=IntegerField()),  # noqa: S611 - constant text, and a parameter
    )
    if place_id:
        rows = rows.filter(pk__in=Stock.objects.filter(place_id=place_id).values("offer_id"))
    if low_stock:
        rows = rows.filter(left__lte=F("level"))
    if stock == "out":
        rows = rows.filter(left__lte=0)
    elif stock == "low":
        rows = rows.filter(left__lte=F("level"))
    elif stock == "enough":
        rows = rows.filter(left__gt=F("level"))
    return rows
