"""Money arrived: it becomes exactly one placed order, or goes back."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.cart import services as carts
from haat.core.errors import DomainError
from haat.giftcards import services as cards
from haat.inventory import services as inventory
from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import Order
    from haat.payments.models import Payment

log = logging.getLogger(__name__)

HOLD_AGAIN = timedelta(minutes=1)  # sold in the same transaction


def confirm_payment(*, payment: Payment, at: datetime) -> Order | None:
    """Book a captured payment and place its order. Return, webhook and reconciliation may all call it, in any order.

    Money for an order that has ended, and a second payment of one order, are booked to suspense and refunded by themselves.
    Returns the order if this call placed it.
    """
    if not payment.is_captured:
        return None
    with transaction.atomic():
        order = orders.locked_order(payment.reference)
        first = payments.captured_payment_of(order.pk)
        is_ours = first is not None and first.pk == payment.pk
        if is_ours and order.placed_at is not None:  # this payment placed it, whatever became of the order since
            return None
        if is_ours and _hold_again(order, at):
            _book(payment, order.number, "order_holding")
            keep_what_was_held(order=order, at=at)
            order_services.place_order(order=order, at=at, text="Paid online")
            carts.close(cart_id=order.cart_id)
            return order
        _give_back(payment, order)
    return None


def keep_what_was_held(*, order: Order, at: datetime) -> None:
    """Discounts and gift card of an order that waited are its own: it is being placed."""
    if order.discounts:
        promotions.keep(reference=order.pk)
    if order.gift_card_minor:
        cards.keep(reference=order.pk, at=at)


def expire_unpaid(*, at: datetime) -> int:
    """Let go of orders that nobody paid in time; the provider is asked first, since its message may be lost.

    An order about which there is no answer waits for the next round, the others do not wait for it. Raises
    GatewayUnknown after the round when there was one. Returns how many ended.
    """
    ended, unknown = 0, None
    for order in orders.unpaid_after(at)[:200]:
        try:
            ended += not _is_paid_after_all(order, at) and _expire(order, at)
        except payment_services.GatewayUnknown as error:
            unknown = error
            if isinstance(error, payment_services.GatewayDown):
                break
    if unknown:
        raise unknown
    return ended


def _expire(order: Order, at: datetime) -> bool:
    with transaction.atomic():  # the order's row first, as in confirm_payment: neither waits for the other's
        is_ended = order_services.expire_order(order=order, at=at)
        if is_ended:
            inventory.release(reference=order.pk, at=at, state="expired")
            promotions.release(reference=order.pk)
            if order.gift_card_minor:
                cards.release(reference=order.pk, at=at)
    return is_ended


def _is_paid_after_all(order: Order, at: datetime) -> bool:
    for payment in payments.payments_of(order.pk):
        try:
            found = payment_services.sync(payment=payment, at=at)
        except payment_services.GatewayRefused as refusal:
            # It knows of no such payment; money that comes after all finds its way back.
            log.warning("the provider does not tell about payment %s: %s", payment.pk, refusal)
            continue
        if found.is_captured:
            confirm_payment(payment=found, at=at)
            return True
    return False


def _hold_again(order: Order, at: datetime) -> bool:
    """Turn the held stock into sold stock; when the hold is gone, take the goods anew if there are any."""
    if order.status != "awaiting_payment":
        return False
    try:
        return take_goods(order=order, at=at)
    except DomainError:
        inventory.release(reference=order.pk, at=at, state="expired")
        promotions.release(reference=order.pk)
        cards.release(reference=order.pk, at=at)
        order_services.expire_order(order=order, at=at)
        return False


def take_goods(*, order: Order, at: datetime) -> bool:
    """Turn what is held for an order into what it bought; raises OutOfStock when the hold ended and others were faster."""
    if inventory.commit(reference=order.pk, at=at):
        return True
    lines = [line for part in orders.order(order.pk).parts.all() for line in part.lines.all()]
    with transaction.atomic():
        quantities: Counter[UUID] = Counter()
        for line in lines:
            quantities[line.offer_id] += line.quantity
        inventory.reserve(
            quantities=quantities,
            reference=order.pk,
            expires_at=at + HOLD_AGAIN,
            at=at,
            customer_id=order.customer_id,
        )
        return bool(inventory.commit(reference=order.pk, at=at))


def book_refund(*, refund_id: UUID | str) -> None:
    """A refund was paid: by the provider out of our balance there, or by us from the bank; less what a dispute paid."""
    refund = payments.refund(refund_id)
    if not refund.sent_minor:
        return
    source = "bank" if refund.is_by_bank else GATEWAY
    ledger.post(
        key=f"refund:{refund.paid_as}", code="refund.processed", legs=[Leg(source, "refund_payable", refund.sent_minor)],
        at=refund.processed_at or refund.updated_at, reference=refund.reference_number, currency=refund.payment.currency,
    )  # fmt: skip


def _give_back(payment: Payment, order: Order) -> None:
    _book(payment, order.number, "suspense")
    ledger.post(
        key=f"late:{payment.pk}", code="payment.late", legs=[Leg("refund_payable", "suspense", payment.amount_minor)],
        at=payment.captured_at or payment.updated_at, reference=order.number, currency=payment.currency,
    )  # fmt: skip
    payment_services.request_refund(
        payment=payment, amount_minor=payment.amount_minor, key=f"late-{payment.pk}",
        reason=_why_back(payment, order),
        reference_number=order.number,
    )  # fmt: skip


def _why_back(payment: Payment, order: Order) -> str:
    if order.payment_method != payment.provider:
        return "The order is paid in cash"
    return "The order was paid twice" if payment.is_stray else "The order had already ended"


def _book(payment: Payment, number: str, liability: str) -> None:
    """The provider holds the amount less its fee; the tax inside the fee is input credit."""
    fee, tax = payment.fee_minor, payment.fee_tax_minor
    legs = [
        Leg(liability, GATEWAY, payment.amount_minor - fee),
        Leg(liability, "gateway_fee", fee - tax),
        Leg(liability, "gst_input_credit", tax),
    ]
    when = payment.captured_at
    assert when is not None  # noqa: S101 - checked by the caller, promised by the database
    ledger.post(
        key=f"capture:{payment.provider_payment_id or payment.pk}", code="payment.captured", legs=legs, at=when, reference=number,
        description=f"Payment by {payment.method or payment_services.PROVIDER}", currency=payment.currency,
    )  # fmt: skip
