"""Learning what became of a payment. Return, webhook and fetch all lead here; the first one wins, none moves it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from haat.core import events
from haat.core.db import run
from haat.core.rows import row
from haat.payments import gateway
from haat.payments.models import Payment
from haat.payments.types import PaymentCaptured

if TYPE_CHECKING:
    from datetime import datetime

NEWS = """
UPDATE payments_payment SET status = %s, captured_at = %s, failure = %s, provider_payment_id = %s, method = %s,
    fee_minor = %s, fee_tax_minor = %s, updated_at = %s
WHERE id = %s
"""


def sync(*, payment: Payment, at: datetime, gate: gateway.Gateway | None = None) -> Payment:
    """Ask the provider and record the answer. Raises GatewayUnknown when it does not answer.

    What it has taken counts first: of a paid order nothing more is captured, and what was only authorised lapses there.
    """
    if payment.provider != gateway.PROVIDER or payment.is_captured or not payment.provider_order_id:
        return payment
    gate = gate or gateway.client()
    found = gate.call(lambda sdk: sdk.order.payments(payment.provider_order_id))
    for entity in sorted(found.get("items", []), key=_rank):
        payment = record(payment_id=str(payment.pk), entity=_captured(entity, payment, gate), at=at)
        if payment.is_captured:
            break
    return payment


def _captured(entity: dict[str, Any], payment: Payment, gate: gateway.Gateway) -> dict[str, Any]:
    """Take authorised money at once, of our own amount; when somebody was faster, the provider's state is fetched."""
    if entity.get("status") != "authorized" or not _matches(entity, payment):
        return entity
    try:
        taken: dict[str, Any] = gate.call(
            lambda sdk: sdk.payment.capture(entity["id"], payment.amount_minor, {"currency": payment.currency})
        )
    except gateway.GatewayRefused:
        taken = gate.call(lambda sdk: sdk.payment.fetch(entity["id"]))
    return taken


def _matches(entity: dict[str, Any], payment: Payment) -> bool:
    return (entity.get("amount"), entity.get("currency")) == (payment.amount_minor, payment.currency)


def record(*, payment_id: str, entity: dict[str, Any], at: datetime) -> Payment:
    """Write a provider's payment into ours. Another amount or currency than asked for is not taken as paid."""
    with transaction.atomic():
        payment = row(Payment, "one.id = %s FOR UPDATE", payment_id)
        if payment is None:
            raise Payment.DoesNotExist
        if payment.is_captured:
            return payment
        if (
            entity.get("status") in {"captured", "refunded"}
            and entity.get("captured", True)
            and _matches(entity, payment)
        ):
            _capture(payment, entity, at)
        elif entity.get("status") == "authorized":
            payment.status = Payment.Status.AUTHORISED
        elif entity.get("status") == "failed" and payment.status == Payment.Status.CREATED:
            payment.status = Payment.Status.FAILED
            payment.failure = str(entity.get("error_description") or "The payment failed.")[:300]
        _write(payment)
    return payment


def _write(payment: Payment) -> None:
    payment.updated_at = timezone.now()
    run(
        NEWS, payment.status, payment.captured_at, payment.failure, payment.provider_payment_id, payment.method, payment.fee_minor,
        payment.fee_tax_minor, payment.updated_at, payment.pk,
    )  # fmt: skip


def record_cash(*, payment: Payment, at: datetime) -> Payment:
    """Cash on delivery was collected in full."""
    with transaction.atomic():
        payment = Payment.objects.select_for_update().get(pk=payment.pk)
        if not payment.is_captured:
            payment.status = Payment.Status.PARTIALLY_REFUNDED if payment.refunded_minor else Payment.Status.CAPTURED
            payment.captured_at, payment.method = at, "cash"
            payment.save(update_fields=["status", "captured_at", "method", "updated_at"])
    return payment


def _capture(payment: Payment, entity: dict[str, Any], at: datetime) -> None:
    payment.status, payment.captured_at, payment.failure = Payment.Status.CAPTURED, at, ""
    payment.provider_payment_id, payment.method = entity["id"], str(entity.get("method") or "")
    payment.fee_minor, payment.fee_tax_minor = entity.get("fee") or 0, entity.get("tax") or 0
    events.publish(PaymentCaptured(payment_id=str(payment.pk), reference=str(payment.reference)))


def _rank(entity: dict[str, Any]) -> int:
    return {"captured": 0, "refunded": 0, "authorized": 1, "failed": 2}.get(str(entity.get("status")), 3)
