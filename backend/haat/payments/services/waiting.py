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

BALANCE = "balance"  # the provider's sentence has no code of its own: it names the account's balance


class NotWaiting(NotNow):
    code = "refund_not_waiting"


def waits_for(refund: Refund, sentence: str) -> bool:
    """Whether a refusal is for want of balance; then the refund waits for it, and nothing was done at the provider."""
    is_poor = BALANCE in sentence.lower()
    facts: dict[str, Any] = {"failure": sentence[:300], "waits": BALANCE if is_poor else ""}
    if is_poor:
        facts["asked_at"] = None
    with transaction.atomic():
        Refund.objects.filter(pk=refund.pk, status=Refund.Status.PENDING).update(**facts)
        if is_poor:
            after = {"waits": BALANCE, "amount_minor": refund.sent_minor}
            audit.record("refund.waits", refund, after=after, reason=sentence[:200], label=refund.reference_number)
    return is_poor


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
