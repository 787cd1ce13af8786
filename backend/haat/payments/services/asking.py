"""Asking the provider about what is open, whatever messages came or did not: each in its turn, the oldest less often."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from haat.payments import gateway
from haat.payments.models import Payment, Refund
from haat.payments.services.capture import sync
from haat.payments.services.refunds import sync_refund

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.db.models import QuerySet

log = logging.getLogger(__name__)
Open = TypeVar("Open", Payment, Refund)

ASK_AFTER = timedelta(seconds=20)
ASK_FOR = timedelta(days=6)  # banks confirm late payments for five days
LESS_OFTEN = 8  # the next question comes after this part of its age, so news is late by no more than that
A_ROUND = 200


def sync_open(*, at: datetime, moved: timedelta = timedelta()) -> int:
    """Ask for every payment that is neither captured nor too old, and for every refund under way, as their turns come.

    Ages are counted by the wall clock, by which rows are dated: `moved` is how far the time of business is before it.
    Returns how many were asked for. Raises GatewayUnknown after the round when one of them got no answer; an outage and
    refused keys end the round.
    """
    wall = at - moved
    paid = Payment.objects.filter(provider=gateway.PROVIDER, captured_at=None, provider_order_id__isnull=False)
    # The turn of a payment is never before its beginning: the last filter lets the index end where the old ones begin.
    paid = paid.filter(created_at__lt=wall - ASK_AFTER, created_at__gt=wall - ASK_FOR, ask_at__gt=wall - ASK_FOR)
    sent = Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id__isnull=False)
    asked, unknown = _in_turn(paid, lambda row: sync(payment=row, at=at), wall)
    if not isinstance(unknown, gateway.GatewayDown):
        more, later = _in_turn(sent.select_related("payment"), lambda row: sync_refund(refund=row, at=at), wall)
        asked, unknown = asked + more, unknown or later
    if unknown:
        raise unknown
    return asked


def _in_turn(
    rows: QuerySet[Open], ask: Callable[[Open], object], wall: datetime
) -> tuple[int, gateway.GatewayUnknown | None]:
    """One row's failure is not the next one's: the round goes on, unless nobody is there at all or our keys are wrong.

    A row's next turn is written first, as if there were no answer: whatever happens, it does not stand in the way.
    """
    unknown, asked = None, 0
    for row in rows.filter(ask_at__lte=wall).order_by("ask_at")[:A_ROUND]:
        turn = type(row).objects.filter(pk=row.pk)
        turn.update(ask_at=wall + ASK_AFTER)
        asked += 1
        try:
            ask(row)
        except gateway.GatewayUnknown as error:
            unknown = error
        except gateway.GatewayRefused as refusal:
            log.warning("the provider does not tell about %s %s: %s", row._meta.model_name, row.pk, refusal)
            turn.update(ask_at=wall + _wait(row, wall))
        else:
            turn.update(ask_at=wall + _wait(row, wall))
        if isinstance(unknown, gateway.GatewayDown):
            break
    return asked, unknown


def _wait(row: Payment | Refund, wall: datetime) -> timedelta:
    return max(ASK_AFTER, (wall - row.created_at) // LESS_OFTEN)
