"""What is left of offers, and at how many left their sellers want to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.core.db import connection
from haat.inventory.models import AlertLevel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from haat.sellers.models import Seller

LOW_STOCK = 5  # where a seller says nothing else

SQL = """
SELECT o.id, v.product_id,
    CASE WHEN d.id IS NULL THEN
        (SELECT coalesce(sum(s.on_hand - s.reserved), 0) FROM inventory_stock s WHERE s.offer_id = o.id AND s.is_open)
    ELSE (SELECT count(*) FROM inventory_unit u JOIN inventory_stock s ON s.id = u.stock_id
        WHERE s.offer_id = o.id AND s.is_open AND u.state = 'available') END,
    coalesce((SELECT l.threshold FROM inventory_alertlevel l WHERE l.seller_id = o.seller_id
        AND (l.offer_id = o.id OR l.offer_id IS NULL) ORDER BY l.offer_id NULLS LAST LIMIT 1), %s),
    ARRAY(SELECT b.id FROM catalog_component c JOIN catalog_offer b ON b.variant_id = c.bundle_id
        WHERE c.variant_id = o.variant_id AND b.seller_id = o.seller_id)
FROM catalog_offer o JOIN catalog_variant v ON v.id = o.variant_id LEFT JOIN inventory_drop d ON d.offer_id = o.id
WHERE {asked} ORDER BY o.id
"""
OF_ONE, OF_MANY = (
    SQL.format(asked="o.id = %s"),
    SQL.format(asked="o.id = ANY(%s)"),
)  # planned for few rows, and for more


@dataclass(frozen=True, slots=True)
class Level:
    offer_id: UUID
    product_id: UUID
    left: int
    threshold: int
    bundles: list[UUID]  # offers of the same seller that it is part of


def levels(offer_ids: Iterable[UUID]) -> list[Level]:
    asked = list(offer_ids)
    with connection.prepared_cursor() as cursor:
        cursor.execute(*((OF_ONE, [LOW_STOCK, asked[0]]) if len(asked) == 1 else (OF_MANY, [LOW_STOCK, asked])))
        return [Level(*row) for row in cursor.fetchall()]


def default_level(seller: Seller) -> int:
    """At how many left this seller wants to know of any offer that has no number of its own."""
    found = AlertLevel.objects.filter(seller=seller, offer=None).first()
    return found.threshold if found else LOW_STOCK


def own_levels(offer_ids: Iterable[UUID]) -> dict[UUID, int]:
    rows = AlertLevel.objects.filter(offer_id__in=list(offer_ids)).values_list("offer_id", "threshold")
    return {offer_id: threshold for offer_id, threshold in rows if offer_id is not None}
