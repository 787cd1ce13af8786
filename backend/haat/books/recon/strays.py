"""Money that no order of ours asked for: booked to suspense at once, given back when somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY
from haat.ledger.types import Leg
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from datetime import datetime

    from haat.payments.models import Payment


def take_in(*, entity: dict[str, Any], at: datetime) -> Payment:
    """The provider holds it for us, so the books show it: in suspense, owed to whoever it belongs to."""
    with transaction.atomic():
        payment = payment_services.adopt(entity=entity, beside=None, at=at)
        fee, tax = payment.fee_minor, payment.fee_tax_minor
        legs = [
            Leg("suspense", GATEWAY, payment.amount_minor - fee), Leg("suspense", "gateway_fee", fee - tax),
            Leg("suspense", "gst_input_credit", tax),
        ]  # fmt: skip
        ledger.post(
            key=f"capture:{entity['id']}", code="payment.unknown", legs=legs, at=payment.captured_at or at,
            reference=payment.reference_number, currency=payment.currency,
        )  # fmt: skip
    return payment


def give_back(*, payment: Payment, at: datetime) -> None:
    """Send a stray payment back to its payer, once."""
    with transaction.atomic():
        ledger.post(
            key=f"late:{payment.pk}", code="payment.late", legs=[Leg("refund_payable", "suspense", payment.amount_minor)],
            at=payment.captured_at or at, reference=payment.reference_number, currency=payment.currency,
        )  # fmt: skip
        payment_services.request_refund(
            payment=payment, amount_minor=payment.amount_minor, key=f"late-{payment.pk}", reason="No order asked for it",
            reference_number=payment.reference_number,
        )  # fmt: skip
