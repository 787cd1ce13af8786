"""From a cart to an order: priced again, compared with what the customer saw, stock and budgets held, written down."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from haat.cart import queries as carts
from haat.cart import services as cart_services
from haat.checkout.quote import COD, Quote
from haat.checkout.services import written
from haat.checkout.services.price import at_address
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.giftcards import services as cards
from haat.inventory import services as inventory
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import services as payments
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from uuid import UUID

    from haat.cart.models import Cart
    from haat.cart.queries import CartView
    from haat.customers.models import Address, Customer
    from haat.customers.types import Contact
    from haat.orders.models import Order
    from haat.tenancy.models import Brand


TO_PAY, BY_CARD = "Order placed, to be paid on delivery", "Paid with a gift card"


class CannotOrder(DomainError):
    code = "cannot_order"


class PriceChanged(DomainError):
    code = "price_changed"


def place(
    *, brand: Brand, customer: Customer, cart: Cart | None, address: Address, method: str, expected_minor: int, idempotency_key: str, contact: Contact,
    at: datetime, expected_card_minor: int | None = None,
) -> Order:  # fmt: skip
    """Make the order and hold its stock; cash on delivery is placed at once, online payment is awaited.

    The same key gives the same order. Raises EmptyCart, CannotOrder, PriceChanged, OutOfStock, UsedUp,
    CardChanged.
    """
    try:
        return _place(
            brand, customer, cart, address, method, expected_minor, expected_card_minor, idempotency_key, contact, at
        )
    except (DomainError, IntegrityError):
        # Perhaps because that order was made before: then its cart is closed, or its key is taken.
        twin = orders.order_by_idempotency_key(idempotency_key)
        if twin is None:
            raise
        return twin


def _place(
    brand: Brand, customer: Customer, cart: Cart | None, address: Address, method: str, expected_minor: int,
    expected_card_minor: int | None, idempotency_key: str, contact: Contact, at: datetime,
) -> Order:  # fmt: skip
    view = carts.view(cart, brand.currency)
    found = at_address(brand=brand, view=view, customer=customer, address=address, method=method, at=at)
    _refuse(found, expected_minor, expected_card_minor)
    order_id, to_pay = new_id(), found.to_pay_minor
    placed = "" if to_pay and method != COD else TO_PAY if to_pay else BY_CARD
    until = at + timedelta(minutes=int(brand.policy("reservation_minutes", 15)))
    with transaction.atomic():
        inventory.hold(
            quantities=_quantities(view), reference=order_id, expires_at=until, at=at, customer_id=customer.pk,
            seen=view.shelves,
        )  # fmt: skip
        order = order_services.create_order(
            order_id=order_id, prefix=brand.order_prefix or "", customer_id=customer.pk, cart_id=view.id, parts=written.parts(found, view),
            payment_method=method, currency=brand.currency, cod_fee_minor=found.cod_fee_minor, address=address.snapshot(),
            contact=contact, idempotency_key=idempotency_key, reserved_until=until, at=at, country=brand.country,
            discounts=written.discounts(found), placed=placed,
        )  # fmt: skip
        if found.gift is not None and order.gift_card_minor:
            cards.reserve(
                card_id=found.gift.card_id, minor=order.gift_card_minor, code_at=view.gift_card_at, reference=order.pk,
                number=order.number, at=at,
            )  # fmt: skip
        if to_pay:
            order.payment = payments.open_payment(
                reference=order.pk, number=order.number, provider=method, amount_minor=to_pay, currency=order.currency
            )
        claims = written.claims(found)
        promotions.reserve(claims=claims, customer_id=customer.pk, reference=order_id, at=at)
        if placed:
            if claims:
                promotions.keep(reference=order_id)
            if order.gift_card_minor:
                cards.keep(reference=order_id, at=at)
            inventory.commit(reference=order.pk, at=at)
            cart_services.close(cart_id=view.id)
    return order


def _refuse(found: Quote, expected_minor: int, expected_card_minor: int | None) -> None:
    if found.problems:
        raise CannotOrder(found.problems[0], details={"problems": found.problems})
    if found.total_minor != expected_minor:
        raise PriceChanged(
            "The total has changed since you saw it. Look at it again before you order.",
            details={"expected_minor": expected_minor, "total_minor": found.total_minor},
        )
    if expected_card_minor is not None and found.gift_card_minor != expected_card_minor:
        raise cards.CardChanged(
            "What the gift card pays has changed since you saw it. Look at what is left to pay, then order.",
            details={"expected_minor": expected_card_minor, "gift_card_minor": found.gift_card_minor},
        )


def _quantities(view: CartView) -> dict[UUID, int]:
    found: Counter[UUID] = Counter()
    for line in view.lines:
        found[line.offer.pk] += line.quantity
    return found
