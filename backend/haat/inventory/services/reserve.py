"""Holding units for a checkout: all lines or none, and never more than there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.inventory.models import Reservation, Stock
from haat.inventory.queries import available, stocks
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class OutOfStock(DomainError):
    """`details` maps the id of each offer that falls short to the units left of it."""

    code = "out_of_stock"


def reserve(*, quantities: Mapping[UUID, int], reference: UUID, expires_at: datetime, at: datetime) -> None:
    """Hold units of offers for `reference` until `expires_at`. Asking again for the same only prolongs the hold.

    Each stock row is one conditional UPDATE, taken in the order of ids so that two checkouts cannot deadlock.
    Raises OutOfStock when any line falls short (nothing is held then), InvalidInput for a quantity below 1,
    NotNow when the reference holds something else.
    """
    if any(quantity < 1 for quantity in quantities.values()):
        raise InvalidInput("A quantity must be at least 1.", details={"quantity": ["At least 1."]})
    if expires_at <= at:
        raise InvalidInput("A hold must end in the future.", details={"expires_at": ["In the past."]})
    wanted = {row.pk: quantities[offer_id] for offer_id, row in stocks(quantities).items()}
    if len(wanted) < len(quantities):
        raise _out_of_stock(quantities)
    with transaction.atomic():
        if _holds_already(wanted, reference, expires_at):
            return
        if all(_take(stock_id, wanted[stock_id]) for stock_id in sorted(wanted)):
            Reservation.objects.bulk_create(
                Reservation(stock_id=pk, quantity=quantity, reference=reference, expires_at=expires_at)
                for pk, quantity in wanted.items()
            )
            announce({stock_id: -quantity for stock_id, quantity in wanted.items()})
            return
        transaction.set_rollback(True)
    raise _out_of_stock(quantities)


def extend(*, reference: UUID, expires_at: datetime) -> int:
    """Prolong what is still held, once payment begins; returns how many lines were. 0 means the hold is gone."""
    return Reservation.objects.filter(reference=reference, state=Reservation.State.HELD).update(expires_at=expires_at)


def _holds_already(wanted: Mapping[UUID, int], reference: UUID, expires_at: datetime) -> bool:
    rows = Reservation.objects.select_for_update().filter(reference=reference, state=Reservation.State.HELD)
    held = {row.stock_id: row.quantity for row in rows.order_by("stock_id")}
    if held and held != dict(wanted):
        raise NotNow("This order already holds other goods; release them first.")
    return bool(held) and extend(reference=reference, expires_at=expires_at) > 0


def _take(stock_id: UUID, quantity: int) -> bool:
    enough = Stock.objects.filter(pk=stock_id, on_hand__gte=F("reserved") + quantity)
    return enough.update(reserved=F("reserved") + quantity) == 1


def _out_of_stock(quantities: Mapping[UUID, int]) -> OutOfStock:
    left = available(quantities)
    short = {str(offer_id): left[offer_id] for offer_id, wanted in quantities.items() if left[offer_id] < wanted}
    # A rival hold may have ended between the refusal and this count; the refusal stands, the caller asks again.
    least = min(short.values(), default=0)
    sentence = "This has just sold out." if least == 0 else f"Only {least} left."
    return OutOfStock(f"{sentence} Change your cart and try again.", details=short)
