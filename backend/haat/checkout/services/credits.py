"""After a credit: who owes it is booked, and the customer's money goes back where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.giftcards import services as cards
from haat.ledger import services as ledger
from haat.ledger.chart import GIFT_CARDS, seller_payable
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
    card = orders.card_share(credit)
    legs = [leg for leg in _legs(credit, card) if leg.minor]
    with transaction.atomic():
        if card:
            cards.give_back(
                reference=part.order_id, minor=card, key=f"credit-{credit.pk}", number=part.number, reason=credit.reason, at=credit.at
            )  # fmt: skip
        if legs:
            ledger.post(
                key=f"credit:{credit.pk}", code=f"credit.{credit.cause}", legs=legs, at=credit.at, reference=part.number,
                description=credit.reason, currency=part.currency,
            )  # fmt: skip
        if not any(leg.source == "refund_payable" for leg in legs):
            return
        payment = payments.refundable_payment_of(part.order_id)
        payment_services.request_refund(
            payment=payment, amount_minor=credit.customer_minor - card, key=f"credit-{credit.pk}", reason=credit.reason, reference_number=part.number,
            part_id=part.pk,
        )  # fmt: skip


def _legs(credit: Credit, card: int) -> list[Leg]:
    """What the seller got goes back to the customer (some of it to a gift card) and to the brand; what never reached
    it is still held.
    """
    part = credit.part
    if part.delivered_at is None or credit.is_called_off:
        held = credit.sale_minor - card if part.order.payment_method != "cod" else 0
        return [Leg("refund_payable", "order_holding", held), Leg(GIFT_CARDS, "order_holding", card)]
    payable, gift = seller_payable(part.seller_id), credit.goodwill_minor
    sale, given = credit.sale_minor + min(gift, 0), max(gift, 0)
    of_sale = min(card, sale)
    return [
        Leg("refund_payable", payable, sale - of_sale),
        Leg("refund_payable", "goodwill_expense", given - (card - of_sale)),
        Leg(GIFT_CARDS, payable, of_sale),
        Leg(GIFT_CARDS, "goodwill_expense", card - of_sale),
        Leg("goodwill_expense", payable, -min(gift, 0)),
        Leg("promo_expense", payable, credit.brand_discount_minor),
    ]
