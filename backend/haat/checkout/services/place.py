"""From a cart to an order: priced again, compared with what the customer saw, stock held, written down."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from haat.cart import queries as carts
from haat.cart import services as cart_services
from haat.checkout.quote import COD, Line, Package, Quote, quote
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.inventory import services as inventory
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.orders.types import NewLine, NewPart
from haat.payments import services as payments

if TYPE_CHECKING:
    from uuid import UUID

    from haat.cart.models import Cart
    from haat.cart.queries import CartView
    from haat.customers.models import Address, Customer
    from haat.customers.types import Contact
    from haat.orders.models import Order
    from haat.tenancy.models import Brand

INDIA = ZoneInfo("Asia/Kolkata")


class EmptyCart(DomainError):
    code = "cart_empty"


class CannotOrder(DomainError):
    code = "cannot_order"


class PriceChanged(DomainError):
    code = "price_changed"


def price(*, brand: Brand, view: CartView, address: Address, method: str, at: datetime) -> Quote:
    """What the cart costs at this address. Raises EmptyCart."""
    if not view.lines:
        raise EmptyCart("Your cart is empty.")
    lines = [
        Line(
            offer_id=line.offer.pk, seller_id=line.offer.seller_id, seller_name=line.offer.seller.name, seller_state=line.offer.seller.state,
            seller_gst=line.offer.seller.gst_status, title=line.offer.variant.product.title, hsn=line.offer.variant.hsn,
            unit_minor=line.offer.price_minor, quantity=line.quantity, weight_g=line.offer.variant.weight_g or 0,
        )
        for line in view.lines
    ]  # fmt: skip
    policies = brand.settings.get("policies", {})
    found = quote(
        lines=lines,
        state=address.state,
        policies=policies,
        method=method,
        currency=brand.currency,
        on=at.astimezone(INDIA).date(),
    )
    problems = [f"{line.offer.variant.product.title}: {line.problem}" for line in view.lines if line.problem]
    return Quote(found.currency, found.method, found.packages, found.cod_fee_minor, [*problems, *found.problems])


def place(
    *, brand: Brand, customer: Customer, cart: Cart | None, address: Address, method: str, expected_minor: int, idempotency_key: str, contact: Contact,
    at: datetime,
) -> Order:  # fmt: skip
    """Make the order and hold its stock; cash on delivery is placed at once, online payment is awaited.

    The same key gives the same order. Raises EmptyCart, CannotOrder, PriceChanged, OutOfStock.
    """
    existing = orders.order_by_idempotency_key(idempotency_key)
    if existing is not None:
        return existing
    view = carts.view(cart, brand.currency)
    found = price(brand=brand, view=view, address=address, method=method, at=at)
    _refuse(found, expected_minor)
    order_id, until = new_id(), at + timedelta(minutes=int(brand.policy("reservation_minutes", 15)))
    try:
        with transaction.atomic():
            inventory.reserve(quantities=_quantities(view), reference=order_id, expires_at=until, at=at)
            order = order_services.create_order(
                order_id=order_id, prefix=brand.order_prefix or "", customer_id=customer.pk, cart_id=view.id, parts=_parts(found, view),
                payment_method=method, currency=brand.currency, cod_fee_minor=found.cod_fee_minor, address=address.snapshot(),
                contact=contact, idempotency_key=idempotency_key, reserved_until=until, at=at,
            )  # fmt: skip
            payments.open_payment(
                reference=order.pk,
                number=order.number,
                provider=method,
                amount_minor=order.total_minor,
                currency=order.currency,
            )
            if method == COD:
                inventory.commit(reference=order.pk, at=at)
                order_services.place_order(order=order, at=at, text="Order placed, to be paid on delivery")
                cart_services.close(cart_id=view.id)
    except IntegrityError:
        twin = orders.order_by_idempotency_key(idempotency_key)
        if twin is None:
            raise
        return twin
    return orders.order(order.pk)


def _refuse(found: Quote, expected_minor: int) -> None:
    if found.problems:
        raise CannotOrder(found.problems[0], details={"problems": found.problems})
    if found.total_minor != expected_minor:
        raise PriceChanged(
            "The total has changed since you saw it. Look at it again before you order.",
            details={"expected_minor": expected_minor, "total_minor": found.total_minor},
        )


def _quantities(view: CartView) -> dict[UUID, int]:
    return {line.offer.pk: line.quantity for line in view.lines}


def _parts(found: Quote, view: CartView) -> list[NewPart]:
    offers = {line.offer.pk: line.offer for line in view.lines}
    return [_part(package, offers) for package in found.packages]


def _part(package: Package, offers: dict[UUID, Any]) -> NewPart:
    lines = []
    for item in package.lines:
        offer, tax = offers[item.line.offer_id], item.tax
        product = offer.variant.product
        lines.append(
            NewLine(
                offer_id=offer.pk, product_id=product.pk, category_id=product.category_id, title=product.title, slug=product.slug,
                sku=offer.variant.sku, options=offer.variant.options, image=offer.image_url or "", hsn=offer.variant.hsn,
                quantity=item.line.quantity, unit_minor=item.line.unit_minor, gross_minor=tax.gross_minor, taxable_minor=tax.taxable_minor,
                rate_bp=tax.rate_bp, rate_source=item.rate_source, cgst_minor=tax.cgst_minor, sgst_minor=tax.sgst_minor, igst_minor=tax.igst_minor,
            ),
        )  # fmt: skip
    return NewPart(
        seller_id=package.seller_id, goods_minor=package.goods_minor, shipping_minor=package.shipping_minor,
        shipping_taxable_minor=package.shipping_tax.taxable_minor, shipping_rate_bp=package.shipping_tax.rate_bp, lines=lines,
    )  # fmt: skip
