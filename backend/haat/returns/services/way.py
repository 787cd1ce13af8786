"""The way back, before anything was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.inventory import services as inventory
from haat.returns import counting, rules
from haat.returns.models import Return
from haat.returns.services.moving import held, move
from haat.returns.services.settle import credit_of

if TYPE_CHECKING:
    from datetime import datetime

S = Return.Status


def withdraw(*, found: Return, at: datetime) -> Return:
    """The customer keeps the goods. Raises WrongStep once they were picked up or the claim was answered."""
    with held(found, "withdraw", S.REQUESTED, S.APPROVED) as row:
        counting.give_back(row.lines.all())
        inventory.release(reference=row.pk, at=at)
        move(row, S.CANCELLED, "cancelled", f"{row.number} was withdrawn", at=at)
    return row


def pick_up(*, found: Return, at: datetime) -> Return:
    """The goods are on their way to the seller; a brand may give the money back now. Raises WrongStep."""
    with held(found, "pick up", S.APPROVED) as row:
        is_paid_now = row.kind == Return.Kind.RETURN and rules.refunds_at_pick_up()
        credit = credit_of(row, at=at) if is_paid_now else None
        words = f"{row.number} is on its way back"
        move(row, S.PICKED_UP, "picked_up", words, at=at, picked_up_at=at, credit=credit)
    return row
