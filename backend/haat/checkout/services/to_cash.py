"""An order that waits for its payment is paid in cash instead: its customer says so, most of all when the provider is out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.db import transaction

from haat.cart import services as carts
from haat.checkout.quote import COD
from haat.checkout.services.cash import InCash, NothingToPay, in_cash, nothing_to_pay
from haat.checkout.services.confirm import confirm_payment, keep_what_was_held, take_goods
from haat.checkout.services.place import TO_PAY, CannotOrder, PriceChanged
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import Order
    from haat.tenancy.models import Brand

log = logging.getLogger(__name__)


def pay_in_cash(*, brand: Brand, order: Order, expected_minor: int, at: datetime) -> Order:
    """Place the order to be paid at the door. Asked twice it is placed once.

    Whichever is written first wins: a capture, then this is refused; or this, then money that is captured later goes
    back by itself. Raises NothingToPay, MoneyUnderWay, CannotOrder, PriceChanged, OutOfStock.
    """
    _ask(order, at)
    with transaction.atomic():
        order = orders.locked_order(order.pk)
        if order.status == "placed" and order.payment_method == COD:
            return orders.whole(order)
        if order.status != "awaiting_payment":
            raise NothingToPay(nothing_to_pay(order))
        payment_services.set_aside(reference=order.pk)
        found = in_cash(brand=brand, order=order)
        _refuse(found, expected_minor)
        take_goods(order=order, at=at)
        order_services.change_to_cash(order=order, fee_minor=found.fee_minor)
        payment_services.open_payment(
            reference=order.pk, number=f"{order.number}-cash", provider=COD, amount_minor=order.to_pay_minor, currency=order.currency
        )  # fmt: skip
        keep_what_was_held(order=order, at=at)
        order_services.place_order(order=order, at=at, text=TO_PAY)
        carts.close(cart_id=order.cart_id)
    return orders.order(order.pk)


def _ask(order: Order, at: datetime) -> None:
    """Perhaps it was paid after all. No answer is no hindrance: money that comes later goes back."""
    for payment in payments.payments_of(order.pk):
        try:
            found = payment_services.sync(payment=payment, at=at)
        except (payment_services.GatewayUnknown, payment_services.GatewayRefused) as error:
            log.warning("the provider does not tell about payment %s: %s", payment.pk, error)
            continue
        if found.is_captured:
            confirm_payment(payment=found, at=at)


def _refuse(found: InCash, expected_minor: int) -> None:
    if found.problems:
        raise CannotOrder(found.problems[0], details={"problems": found.problems})
    if found.total_minor != expected_minor:
        raise PriceChanged(
            "The total has changed since you saw it. Look at it again before you order.",
            details={"expected_minor": expected_minor, "total_minor": found.total_minor},
        )
