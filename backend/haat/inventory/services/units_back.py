"""Numbered units that come back: called off they are free again, returned they wait for their seller's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.inventory.models import StockMovement, Unit
from haat.inventory.services import claim

if TYPE_CHECKING:
    from datetime import datetime

    from haat.inventory.models import Reservation


def return_units(row: Reservation, quantity: int, *, reason: str, reference: str, at: datetime) -> None:
    units = list(Unit.objects.select_for_update().filter(reservation=row, state=Unit.State.SOLD)[:quantity])
    if not units or row.customer_id is None:
        return
    ids = [unit.pk for unit in units]
    if reason == "cancelled":
        Unit.objects.filter(pk__in=ids).update(state=Unit.State.AVAILABLE, reservation=None)
    else:
        Unit.objects.filter(pk__in=ids).update(state=Unit.State.RETURNED)
    sold_as = row.offer_id if row.offer_id != row.stock.offer_id else None
    StockMovement.objects.bulk_create(
        StockMovement(
            stock_id=unit.stock_id, unit=unit, at=at, delta=1, reason=reason, reference=reference, sold_as=sold_as
        )
        for unit in units
    )
    row.returned += len(units)
    row.save(update_fields=["returned", "updated_at"])
    claim.give_back({(units[0].drop_id, row.customer_id): len(units)})
    claim.look_again([row.stock.offer_id])
