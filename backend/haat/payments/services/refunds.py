"""Refunds: an intent row, one idempotent call, and the provider's word for the end of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F, Q

from haat.audit import services as audit
from haat.core import events, jobs
from haat.core.errors import DomainError
from haat.payments import gateway
from haat.payments.models import Payment, Refund
from haat.payments.services import covering, waiting
from haat.payments.types import RefundProcessed

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


PROVIDER_MINOR_MIN = 100  # less than a rupee is not moved by the provider


class RefundTooLarge(DomainError):
    code = "refund_too_large"


def request_refund(
    *,
    payment: Payment,
    amount_minor: int,
    key: str,
    reason: str,
    reference_number: str = "",
    part_id: UUID | None = None,
) -> Refund:
    """Set money aside for a refund and ask for it after the commit. The same key is one refund.

    It waits while a bank disputes the payment; what the bank has paid of `part_id` by then is not paid again.
    Raises RefundTooLarge when more would go back than came in.
    """
    with transaction.atomic():
        existing = Refund.objects.filter(key=key).first()
        if existing:
            return existing
        taken = Q(captured_at__isnull=False) | Q(provider="cod")  # cash was taken at the door, part by part
        bound = Payment.objects.filter(taken, pk=payment.pk, refunded_minor__lte=F("amount_minor") - amount_minor)
        if not bound.update(refunded_minor=F("refunded_minor") + amount_minor):
            raise RefundTooLarge(f"{payment.reference_number}: more would be refunded than was paid.")
        payment.refresh_from_db()
        if payment.captured_at is not None:
            full = payment.refunded_minor == payment.amount_minor
            payment.status = Payment.Status.REFUNDED if full else Payment.Status.PARTIALLY_REFUNDED
            payment.save(update_fields=["status", "updated_at"])
        refund = Refund.objects.create(
            payment=payment, amount_minor=amount_minor, key=key, reason=reason[:200], reference_number=reference_number,
            is_by_bank=payment.provider == "cod", part_id=part_id,
        )  # fmt: skip
        if not refund.is_by_bank:
            jobs.enqueue("payments.send_refund", refund_id=refund.pk)
        after = {"amount_minor": amount_minor, "payment_status": payment.status}
        _note("refund.requested", refund, before=None, after=after, reason=reason)
    return refund


def send_refund(*, refund: Refund, at: datetime) -> Refund:
    """Ask the provider, as often as needed: its idempotency header makes it one refund. Raises GatewayUnknown.

    What the provider refuses for want of balance or for a dispute waits for the end of that; what it refuses otherwise
    raises GatewayRefused. What is too little for it is not asked: staff pays it by bank.
    """
    if refund.is_by_bank:
        return refund
    is_first = refund.asked_at is None
    refund = covering.before_sending(refund=refund, at=at)
    if refund.status == Refund.Status.PROCESSED or refund.waits:
        return refund
    if refund.sent_minor < PROVIDER_MINOR_MIN:
        return _too_little(refund)
    body = {"amount": refund.sent_minor, "speed": "normal", "notes": {"reference": refund.reference_number}}
    headers = {"X-Refund-Idempotency": refund.key}
    try:
        entity = gateway.client().call(
            lambda sdk: sdk.payment.refund(refund.payment.provider_payment_id, dict(body), headers=headers),
        )
    except gateway.GatewayDown:
        if is_first:  # it was not asked: what comes until it is may still cover the refund
            Refund.objects.filter(pk=refund.pk).update(asked_at=None)
        raise
    except gateway.GatewayRefused as error:
        if waiting.waits_for(refund, error.description):
            return refund
        raise
    return _record(refund, entity, at)


def sync_refund(*, refund: Refund, at: datetime) -> Refund:
    """Ask what became of it; the provider settles the state, not our own request."""
    if refund.status != Refund.Status.PENDING or refund.is_by_bank or not refund.provider_refund_id:
        return refund
    return _record(refund, gateway.client().call(lambda sdk: sdk.refund.fetch(refund.provider_refund_id)), at)


def _too_little(refund: Refund) -> Refund:
    """Known before it is asked, so it ends at once: a refusal would be asked again and again."""
    failed = {"status": Refund.Status.FAILED, "failure": "The provider sends no less than one rupee.", "asked_at": None}
    with transaction.atomic():
        if Refund.objects.filter(pk=refund.pk, status=Refund.Status.PENDING, is_by_bank=False).update(**failed):
            before = {"status": Refund.Status.PENDING}
            _note("refund.failed", refund, before=before, after={"status": Refund.Status.FAILED})
    refund.refresh_from_db()
    return refund


def _record(refund: Refund, entity: dict[str, Any], at: datetime) -> Refund:
    with transaction.atomic():
        refund = Refund.objects.select_for_update().get(pk=refund.pk)
        if refund.status == Refund.Status.PROCESSED or refund.is_by_bank:
            return refund
        before, refund.provider_refund_id = refund.status, entity["id"]
        if entity.get("status") == "processed":
            refund.status, refund.processed_at, refund.failure = Refund.Status.PROCESSED, at, ""
            events.publish(RefundProcessed(refund_id=str(refund.pk)))
        elif entity.get("status") == "failed":
            refund.status, refund.failure = Refund.Status.FAILED, "The provider could not refund."
        refund.save()
        if refund.status != before:
            _note(f"refund.{refund.status}", refund, before={"status": before}, after={"status": refund.status})
    return refund


def _note(action: str, refund: Refund, *, before: Any, after: Any, reason: str = "") -> None:
    label = refund.reference_number or refund.payment.reference_number
    audit.record(action, refund, before=before, after=after, reason=reason, label=label)
