"""Money that no order asked for: a second payment on one order, or one that we never heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.ids import new_id
from haat.payments import gateway
from haat.payments.models import Payment
from haat.payments.types import PaymentCaptured

if TYPE_CHECKING:
    from datetime import datetime


def adopt(*, entity: dict[str, Any], beside: Payment | None, at: datetime) -> Payment:
    """Write a captured payment of the provider's down as ours, once.

    `beside` is the payment that the order was already paid by: then its capture is told, and what is told of a paid
    order goes back. Without one it waits for somebody to say what it is.
    """
    with transaction.atomic():
        made, is_new = Payment.objects.get_or_create(
            provider_payment_id=entity["id"],
            defaults={
                "reference": beside.reference if beside else new_id(), "reference_number": f"stray-{entity['id']}",
                "provider": gateway.PROVIDER, "status": Payment.Status.CAPTURED, "amount_minor": entity["amount"],
                "currency": entity["currency"], "method": str(entity.get("method") or ""), "captured_at": at,
                "fee_minor": entity.get("fee") or 0, "fee_tax_minor": entity.get("tax") or 0, "is_stray": True,
            },
        )  # fmt: skip
        if is_new:
            audit.record("payment.stray_found", made, after={"amount_minor": made.amount_minor}, label=entity["id"])
            if beside is not None:
                events.publish(PaymentCaptured(payment_id=str(made.pk), reference=str(made.reference)))
    return made
