"""Ending a hold: the goods are sold, or they go back on the shelf. Whoever comes first wins, the other does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from django.db import transaction

from haat.inventory.models import Reservation, Stock, StockMovement
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

HELD, COMMITTED = Reservation.State.HELD, Reservation.State.COMMITTED


def commit(*, reference: UUID, at: datetime) -> bool:
    """Turn what is held into sold goods, once. True when they are sold (now or before), False when the hold was gone."""
    with transaction.atomic():
        held = _end(reference, COMMITTED)
        if not held:
            return Reservation.objects.filter(reference=reference, state=COMMITTED).exists()
        stocks = _locked(held)
        for stock in stocks:
            stock.on_hand -= held[stock.pk]
            stock.reserved -= held[stock.pk]
        Stock.objects.bulk_update(stocks, ["on_hand", "reserved"])
        StockMovement.objects.bulk_create(
            StockMovement(  # nobody is named: a seller need not read here which customer bought
                stock=stock, at=at, delta=-held[stock.pk], balance_after=stock.on_hand, reason=StockMovement.Reason.SOLD,
                reference=str(reference)
            )
            for stock in stocks
        )  # fmt: skip
        return True


def release(*, reference: UUID, state: Literal["released", "expired"] = "released") -> int:
    """Give up what is still held and return how many lines were; sold goods and ended holds stay as they are."""
    with transaction.atomic():
        held = _end(reference, Reservation.State(state))
        stocks = _locked(held)
        for stock in stocks:
            stock.reserved -= held[stock.pk]
        Stock.objects.bulk_update(stocks, ["reserved"])
        announce(held)
        return len(held)


def _end(reference: UUID, state: str) -> dict[UUID, int]:
    """Move the held rows on. FOR UPDATE re-reads the state after waiting, so a race has one winner."""
    rows = list(Reservation.objects.select_for_update().filter(reference=reference, state=HELD).order_by("stock_id"))
    Reservation.objects.filter(pk__in=[row.pk for row in rows]).update(state=state)
    return {row.stock_id: row.quantity for row in rows}


def _locked(held: dict[UUID, int]) -> list[Stock]:
    return list(Stock.objects.select_for_update().filter(pk__in=held).order_by("pk"))
