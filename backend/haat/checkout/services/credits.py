"""After a credit: who owes it is booked, and the customer's money goes back where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from uuid import UUID

    from haat.orders.models import Credit


def settle_credit(*, credit_id: UUID | str) -> None:
    """Book a credit and ask for its refund; both carry the credit's own key, so that a repetition changes nothing."""
    credit = orders.credit(credit_id)
    part = credit.part
    legs = [leg for leg in _legs(credit) if leg.minor]
    with transaction.atomic():
        if legs:
            ledger.post(
                key=f"credit:{credit.pk}", code=f"credit.{credit.cause}", legs=legs, at=credit.at, reference=part.number,
                description=credit.reason, currency=part.currency,
            )  # fmt: skip
        if not any(leg.source == "refund_payable" for leg in legs):
            return
        payment = payments.refundable_payment_of(part.order_id)
        payment_services.request_refund(
            payment=payment, amount_minor=credit.customer_minor, key=f"credit-{credit.pk}", reason=credit.reason, reference_number=part.number,
            part_id=part.pk,
        )  # fmt: skip


def _legs(credit: Credit) -> list[Leg]:
    """What the seller got goes back to the customer and the brand; what never reached it is still held."""
    part = credit.part
    if part.delivered_at is None or credit.is_called_off:
        is_held = part.order.payment_method != "cod"
        return [Leg("refund_payable", "order_holding", credit.sale_minor)] if is_held else []
    payable, gift = seller_payable(part.seller_id), credit.goodwill_minor
    return [
        Leg("refund_payable", payable, credit.sale_minor + min(gift, 0)),
        Leg("refund_payable", "goodwill_expense", max(gift, 0)),
        Leg("goodwill_expense", payable, -min(gift, 0)),
        Leg("promo_expense", payable, credit.brand_discount_minor),
    ]
