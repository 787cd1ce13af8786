"""Refunds that wait: for a dispute to end, or for money at the provider. Each is sent again when that has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.core.errors import NotNow
from haat.payments.models import Refund

if TYPE_CHECKING:
    from haat.payments.models import Payment

BALANCE, DISPUTE = "balance", "dispute"  # the provider's sentence has no code of its own: it names what is in the way


class NotWaiting(NotNow):
    code = "refund_not_waiting"


def waits_for(refund: Refund, sentence: str) -> bool:
    """Whether a refusal is for want of balance, or for a dispute that we perhaps did not hear of yet.

    Then the refund waits for the end of that. Nothing was done at the provider, so a lost dispute may still cover it.
    """
    what = next((word for word in (BALANCE, DISPUTE) if word in sentence.lower()), "")
    facts: dict[str, Any] = {"failure": sentence[:300], "waits": what}
    if what:
        facts["asked_at"] = None
    if what == DISPUTE:
        facts["failure"] = ""  # the provider may still pay it
    with transaction.atomic():
        Refund.objects.filter(pk=refund.pk, status=Refund.Status.PENDING).update(**facts)
        if what:
            after = {"waits": what, "amount_minor": refund.sent_minor}
            audit.record("refund.waits", refund, after=after, reason=sentence[:200], label=refund.reference_number)
    return bool(what)


def send_waiting(*, what: str, payment: Payment | None = None) -> int:
    """Try again what waits for `what`, of one payment or all. Returns how many."""
    rows = Refund.objects.filter(status=Refund.Status.PENDING, waits=what)
    if payment is not None:
        rows = rows.filter(payment=payment)
    found = list(rows.order_by("created_at", "pk"))
    for refund in found:
        jobs.enqueue("payments.send_refund", refund_id=refund.pk, unique_key=f"again:{refund.pk}")
    return len(found)


def send_again(*, refund: Refund) -> None:
    """By somebody's hand. Raises NotWaiting for one that does not wait for money."""
    with transaction.atomic():
        row = Refund.objects.select_for_update().get(pk=refund.pk)
        if row.status != Refund.Status.PENDING or row.waits != BALANCE:
            raise NotWaiting("This refund does not wait for money at the provider. Nothing was sent.")
        jobs.enqueue("payments.send_refund", refund_id=row.pk, unique_key=f"again:{row.pk}")
        audit.record("refund.sent_again", row, after={"amount_minor": row.sent_minor}, label=row.reference_number)
