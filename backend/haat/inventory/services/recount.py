"""Counting many offers at once at their sellers' default places: each that differs gets its movement, one that is held
for orders is not counted below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core import context
from haat.inventory.models import Stock, StockMovement
from haat.inventory.services.announce import announce
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


def recount(*, counts: Mapping[UUID, int], at: datetime) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Set `on_hand` of offers, in the caller's transaction. Returns what was there of those that changed, and the units
    held of those that were left alone because more are held than would be there.
    """
    owners = catalog.sellers_of_offers(counts)
    places = sellers.default_places(seller_ids=owners.values())
    fresh = [Stock(offer_id=pk, place=places[owners[pk]]) for pk in sorted(counts)]
    Stock.objects.bulk_create(fresh, ignore_conflicts=True)
    rows = Stock.objects.select_for_update(of=("self",)).filter(offer_id__in=counts, place__in=places.values())
    rows = rows.order_by("pk")
    changed, held, before = [], {}, {}
    for stock in rows:
        count = counts[stock.offer_id]
        if count < stock.reserved:
            held[stock.offer_id] = stock.reserved
        elif count != stock.on_hand:
            before[stock.offer_id] = stock.on_hand
            stock.on_hand, stock.updated_at = count, at
            changed.append(stock)
    Stock.objects.bulk_update(changed, ["on_hand", "updated_at"])
    actor = context.current().actor
    name = audit.name_kept(actor) if changed else ""
    StockMovement.objects.bulk_create(
        StockMovement(
            stock=stock, at=at, delta=stock.on_hand - before[stock.offer_id], balance_after=stock.on_hand,
            reason=StockMovement.Reason.IMPORTED, actor=name, actor_id=actor.user_id or "",
        )
        for stock in changed
    )  # fmt: skip
    announce({stock.offer_id: stock.on_hand - before[stock.offer_id] for stock in changed}, at=at)
    return before, held
