"""Holding a part's money back, for a reason with a key: while a hold is on it, the part is in no payout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.orders import queries as orders
from haat.payouts.models import PartHold, Payout
from haat.payouts.services.writing import drop

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def hold_part(*, part_id: UUID | str, minor: int, reason: str, key: str, at: datetime) -> PartHold:
    """Hold so much of a part. The same key is one hold; another amount under it moves the hold.

    A payout of its seller that has not started is made anew without it. What is on its way or paid already is not called back: the hold
    stands against what the seller earns next.
    """
    part = orders.part(part_id)
    with transaction.atomic():
        facts = {
            "part": part,
            "seller": part.seller,
            "amount_minor": minor,
            "reason": reason,
            "placed_at": at,
            "released_at": None,
        }
        row, is_new = PartHold.objects.select_for_update().update_or_create(key=key, defaults=facts)
        if is_new:
            audit.record("payout.part_held", row, after={"amount_minor": minor}, reason=reason, label=part.label)
        _take_out(part.seller_id)
    return row


def release_hold(*, key: str, at: datetime) -> bool:
    """Let go. The part is in the next payout again if its time has come. False when nothing was held."""
    with transaction.atomic():
        row = (
            PartHold.objects.select_for_update()
            .filter(key=key, released_at=None)
            .select_related("part__seller")
            .first()
        )
        if row is None:
            return False
        row.released_at = at
        row.save(update_fields=["released_at", "updated_at"])
        audit.record("payout.part_let_go", row, after={"amount_minor": row.amount_minor}, label=row.part.label)
    return True


def _take_out(seller_id: UUID) -> None:
    """A payout that has not started was made without this hold: it goes, and the next look makes it anew."""
    payout = Payout.objects.select_for_update().filter(seller_id=seller_id, status=Payout.Status.SCHEDULED).first()
    if payout is not None:
        audit.record("payout.dropped", payout, reason="Money of a part is held.", label=payout.label)
        drop(payout)
