"""Holding a part's money back, for a reason with a key: while a hold is on it, the part is in no payout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.audit import services as audit
from haat.core import jobs
from haat.orders import queries as orders
from haat.payouts.models import PartHold, Payout, PayoutLine

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def hold_part(*, part_id: UUID | str, minor: int, reason: str, key: str, at: datetime) -> PartHold:
    """Hold so much of a part. The same key is one hold; another amount under it moves the hold.

    A part that waits in an open payout leaves it. What is on its way or paid already is not called back: the hold
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
        _take_out(part_id)
    return row


def release_hold(*, key: str, at: datetime) -> bool:
    """Let go. The part joins the seller's open payout again if its time has come. False when nothing was held."""
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
        if row.part.status == "completed":
            jobs.enqueue("payouts.schedule_part", part_id=row.part_id)
    return True


def _take_out(part_id: UUID | str) -> None:
    """Out of a payout that has not started."""
    waiting = PayoutLine.objects.filter(part__pk=part_id, payout__status=Payout.Status.SCHEDULED)
    line = waiting.select_related("payout").first()
    if line is None:
        return
    payout = Payout.objects.select_for_update().get(pk=line.payout_id)
    if payout.status == Payout.Status.SCHEDULED:
        Payout.objects.filter(pk=payout.pk).update(amount_minor=F("amount_minor") - line.net_minor)
        line.delete()
