"""Paying an order: the provider's order, its hosted page, the way back, and another try."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.checkout.services.cash import NothingToPay, in_cash, nothing_to_pay
from haat.checkout.services.confirm import confirm_payment
from haat.core.errors import DomainError
from haat.core.money import Money
from haat.inventory import services as inventory
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.tenancy import hosts

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import Order
    from haat.payments.models import Payment
    from haat.tenancy.models import Brand


log = logging.getLogger(__name__)

NOTHING_LEFT: dict[str, Any] = {
    "provider": "gift_card", "status": "captured", "amount_minor": 0, "checkout_url": None, "key_id": None,
    "provider_order_id": None, "message": "", "failure": "",
}  # fmt: skip


CANNOT_TELL = "The payment provider cannot tell us about your order at the moment. It is kept; try again in a minute."
NOT_GENUINE = "This payment confirmation is not genuine and was not accepted."


class BadReturn(DomainError):
    code = "bad_signature"
    status = 400


def payment_view(*, brand: Brand, order: Order) -> dict[str, Any]:
    """How to pay this order now. The provider is asked outside any transaction; its outage is told, not raised."""
    if not order.to_pay_minor:
        return NOTHING_LEFT | {"currency": order.currency}
    payment = order.payment or payments.latest_attempt(order.pk)
    shape: dict[str, Any] = {
        "provider": payment.provider, "status": payment.status, "amount_minor": payment.amount_minor, "currency": payment.currency,
        "checkout_url": None, "key_id": None, "provider_order_id": None, "message": "", "failure": payment.failure,
    }  # fmt: skip
    if payment.provider != payment_services.PROVIDER or order.status != "awaiting_payment":
        return shape
    gate = payment_services.client()
    try:
        payment = payment_services.register(
            payment=payment, brand_id=brand.pk, gate=gate, is_new=order.payment is not None
        )
    except payment_services.GatewayDown as error:
        return shape | {"message": f"{error.message} Your order is kept.{_or_in_cash(brand, order)}"}
    except (payment_services.GatewayUnknown, payment_services.GatewayRefused):
        silent = "The payment provider does not answer at the moment. Your order is kept; try to pay again in a minute."
        return shape | {"message": silent + _or_in_cash(brand, order)}
    return shape | {
        "checkout_url": _hosted_page(brand, order, payment, gate),
        "key_id": gate.key_id,
        "provider_order_id": payment.provider_order_id,
    }


def _or_in_cash(brand: Brand, order: Order) -> str:
    """Offered only where it can be had."""
    found = in_cash(brand=brand, order=order)
    return "" if found.problems else f" Or pay {Money(found.to_pay_minor, found.currency)} in cash when it arrives."


def pay_again(*, brand: Brand, order: Order, at: datetime) -> dict[str, Any]:
    """Another try with the same order; first the provider is asked whether it was paid after all.

    Raises NothingToPay, and GatewayUnknown when the provider cannot tell: nobody is asked to pay twice.
    """
    for payment in payments.payments_of(order.pk):
        try:
            found = payment_services.sync(payment=payment, at=at)
        except payment_services.GatewayRefused as refusal:
            log.warning("the provider does not tell about payment %s: %s", payment.pk, refusal)
            raise payment_services.GatewayUnknown(CANNOT_TELL) from refusal
        if found.is_captured:
            confirm_payment(payment=found, at=at)
    order = orders.order(order.pk)
    if order.status != "awaiting_payment":
        raise NothingToPay(nothing_to_pay(order))
    _hold_longer(brand, order, at)
    return payment_view(brand=brand, order=order)


def _hold_longer(brand: Brand, order: Order, at: datetime) -> None:
    """Whoever tries again has once as much time as at first. Goods that were let go are not taken back here."""
    lasts = timedelta(minutes=int(brand.policy("reservation_minutes", 15)))
    if order.reserved_until > order.created_for + lasts:
        return
    with transaction.atomic():  # the order's row first, as in confirm_payment
        is_waiting = order_services.prolong(order=order, until=at + lasts)
        if is_waiting and not inventory.extend(reference=order.pk, expires_at=at + lasts):
            transaction.set_rollback(True)


def accept_return(*, ref: str, fields: dict[str, str], at: datetime) -> Order:
    """The customer came back from the hosted page. The signature proves who speaks; the provider says what is true.

    Raises NotFound, BadReturn. An outage is no refusal: the webhook or the reconciliation will tell.
    """
    return _accept(payments.payment_by_return_ref(ref), fields, at)


def confirm_from_browser(*, order: Order, fields: dict[str, str], at: datetime) -> Order:
    """The same by a client that kept the answer of the provider's checkout itself. Raises BadReturn."""
    payment = payments.online_attempt(order.pk)
    if payment is None:
        raise BadReturn(NOT_GENUINE)
    return _accept(payment, fields, at)


def _accept(payment: Payment, fields: dict[str, str], at: datetime) -> Order:
    gate = payment_services.client()
    if not payment_services.signature_is_right(
        payment=payment, gate=gate, provider_payment_id=fields.get("razorpay_payment_id", ""), signature=fields.get("razorpay_signature", ""),
    ):  # fmt: skip
        raise BadReturn(NOT_GENUINE)
    try:
        payment = payment_services.sync(payment=payment, at=at, gate=gate)
    except (payment_services.GatewayUnknown, payment_services.GatewayRefused):
        return orders.order(payment.reference)
    placed = confirm_payment(payment=payment, at=at)
    return orders.whole(placed) if placed else orders.order(payment.reference)


def _hosted_page(brand: Brand, order: Order, payment: Payment, gate: payment_services.Gateway) -> str:
    return payment_services.checkout_url(
        payment=payment, gate=gate, return_url=hosts.url("customer", brand, f"/payments/razorpay/return/{payment.return_ref}"),
        cancel_url=hosts.url("customer", brand, f"/orders/{order.number}"),
        contact={"name": order.contact_name, "email": order.contact_email, "phone": order.contact_phone},
    )  # fmt: skip
