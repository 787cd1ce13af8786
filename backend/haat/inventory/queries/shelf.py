"""What can be bought of an offer, and from which stocks it would be taken: one question for any number of offers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

# A plain offer is its own source; a bundle has one for each component, of the same seller. Closed places do not count.
SQL = """
SELECT o.id, CASE WHEN v.is_bundle THEN part.id ELSE o.id END AS source, coalesce(c.quantity, 1),
    s.id, CASE WHEN d.id IS NULL THEN s.on_hand - s.reserved
        ELSE (SELECT count(*) FROM inventory_unit u WHERE u.stock_id = s.id AND u.state = 'available') END,
    d.id, d.opens_at, d.per_customer, d.opened_at IS NULL AND d.opens_at IS NOT NULL
FROM catalog_offer o JOIN catalog_variant v ON v.id = o.variant_id
LEFT JOIN catalog_component c ON v.is_bundle AND c.bundle_id = v.id
LEFT JOIN catalog_offer part ON part.variant_id = c.variant_id AND part.seller_id = o.seller_id
LEFT JOIN inventory_stock s ON s.offer_id = CASE WHEN v.is_bundle THEN part.id ELSE o.id END AND s.is_open
LEFT JOIN inventory_drop d ON d.offer_id = s.offer_id
WHERE {asked} ORDER BY o.id, source, s.id
"""
OF_ONE, OF_MANY = (
    SQL.format(asked="o.id = %s"),
    SQL.format(asked="o.id = ANY(%s)"),
)  # planned for few rows, and for more


@dataclass(frozen=True, slots=True)
class DropTerms:
    """Of numbered units: from when, and how many to one customer. `is_waiting` until the shop was told that it opened."""

    id: UUID
    opens_at: datetime | None
    per_customer: int | None
    is_waiting: bool


@dataclass(slots=True)
class Source:
    """One unit of an offer takes `per` units of this one; `rows` are its open stocks with what is left of each."""

    offer_id: UUID | None  # None: the seller does not have this component
    per: int
    rows: list[tuple[UUID, int]] = field(default_factory=list)
    drop: DropTerms | None = None

    @property
    def left(self) -> int:
        return sum(left for _, left in self.rows)


@dataclass(slots=True)
class Shelf:
    """An offer with its sources."""

    offer_id: UUID
    sources: list[Source] = field(default_factory=list)

    @property
    def available(self) -> int:
        return max(0, min((source.left // source.per for source in self.sources), default=0))

    @property
    def opens_at(self) -> datetime | None:
        """When a drop opens that has not yet; None for what is sold now."""
        waiting = [one.drop for one in self.sources if one.drop and one.drop.is_waiting]
        return max((drop.opens_at for drop in waiting if drop.opens_at), default=None)

    @property
    def per_customer(self) -> int | None:
        """The most of it that one customer gets."""
        limits = [one.drop.per_customer // one.per for one in self.sources if one.drop and one.drop.per_customer]
        return min(limits, default=None)


def shelves(offer_ids: Iterable[UUID]) -> dict[UUID, Shelf]:
    """For every asked offer; one that is not there has an empty shelf."""
    found = {offer_id: Shelf(offer_id) for offer_id in offer_ids}
    if not found:
        return found
    with connection.prepared_cursor() as cursor:
        cursor.execute(OF_ONE if len(found) == 1 else OF_MANY, list(found) if len(found) == 1 else [list(found)])
        for offer_id, source_id, per, stock_id, left, drop_id, *terms in cursor.fetchall():
            sources = found[offer_id].sources
            if not sources or sources[-1].offer_id != source_id:
                sources.append(Source(source_id, per))
            if stock_id is not None:
                sources[-1].rows.append((stock_id, left))
            if drop_id is not None:
                sources[-1].drop = DropTerms(drop_id, *terms)
    return found


def available(offer_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Units that can still be bought, for every asked offer; 0 where no stock was ever counted."""
    return {offer_id: shelf.available for offer_id, shelf in shelves(offer_ids).items()}
