"""Writing an order down, in the checkout's transaction."""

from __future__ import annotations

import json
from itertools import chain
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from haat.core import events
from haat.core.adding import add_together
from haat.core.db import connection, know
from haat.orders.models import NumberSeries, Order, OrderLine, SellerOrder
from haat.orders.services.progress import entry
from haat.orders.types import OrderPlaced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.customers.types import Contact
    from haat.orders.types import NewPart

LINE = ("offer_id", "product_id", "category_id", "title", "slug", "sku", "options", "image", "hsn", "quantity", "unit_minor", "gross_minor",
        "taxable_minor", "rate_bp", "rate_source", "cgst_minor", "sgst_minor", "igst_minor", "vat_minor", "discount_minor",
        "brand_discount_minor", "discounts")  # fmt: skip
TAKE = "UPDATE orders_numberseries SET next_number = next_number + 1 WHERE year = %s RETURNING next_number - 1"


def create_order(
    *, order_id: UUID, prefix: str, customer_id: UUID, cart_id: UUID | None, parts: Sequence[NewPart], payment_method: str, currency: str,
    cod_fee_minor: int, address: dict[str, Any], contact: Contact, idempotency_key: str | None, reserved_until: datetime, at: datetime,
    country: str = "IN", discounts: Sequence[dict[str, Any]] = (), placed: str = "",
) -> Order:  # fmt: skip
    """Write order, parts and lines, waiting for payment, or with the words `placed` good at once.

    The figures are the quote's; the database checks that they add up. The order knows its parts, lines and history.
    """
    goods, shipping = sum(part.goods_minor for part in parts), sum(part.shipping_minor for part in parts)
    discount = sum(part.discount_minor for part in parts)
    order = Order(
        id=order_id, number=_number(prefix, at), customer_id=customer_id, cart_id=cart_id, payment_method=payment_method, currency=currency,
        goods_minor=goods, shipping_minor=shipping, cod_fee_minor=cod_fee_minor, discount_minor=discount,
        brand_discount_minor=sum(part.brand_discount_minor for part in parts), discounts=list(discounts), country=country,
        total_minor=goods + shipping + cod_fee_minor - discount, gift_card_minor=sum(part.gift_card_minor for part in parts), place_of_supply=address["state"], address=json.dumps(address | {"tax_number": ""}),
        buyer_tax_number=address.get("tax_number", ""), contact_name=contact.name, contact_phone=contact.phone or address["phone"],
        contact_email=contact.email, idempotency_key=idempotency_key, created_for=at, reserved_until=reserved_until,
        status=Order.Status.PLACED if placed else Order.Status.AWAITING_PAYMENT, placed_at=at if placed else None,
    )  # fmt: skip
    own, lines = _parts(order, parts)
    history = [entry(order=order, code="order.created", text="Order created, waiting for payment", at=at)]
    if placed:
        history.append(entry(order=order, code="order.placed", text=placed, at=at))
        events.publish(OrderPlaced(order_id=str(order.pk)))
    add_together([order], own, lines, history)
    know(order, "timeline", history)
    return order


def _parts(order: Order, new: Sequence[NewPart]) -> tuple[list[SellerOrder], list[OrderLine]]:
    """Not written yet; the order knows them, and each part its lines."""
    parts = [_part(order, f"{order.number}-{_suffix(index)}", one) for index, one in enumerate(new)]
    know(order, "parts", parts)
    lines = [
        [OrderLine(part=part, position=position, currency=order.currency, **{name: getattr(line, name) for name in LINE}) for position, line in enumerate(one.lines)]
        for part, one in zip(parts, new, strict=True)
    ]  # fmt: skip
    for part, own in zip(parts, lines, strict=True):
        know(part, "lines", own)
    return parts, list(chain.from_iterable(lines))


def _part(order: Order, number: str, new: NewPart) -> SellerOrder:
    return SellerOrder(
        order=order, seller=new.seller, number=number, currency=order.currency, goods_minor=new.goods_minor,
        shipping_minor=new.shipping_minor, shipping_taxable_minor=new.shipping_taxable_minor, shipping_rate_bp=new.shipping_rate_bp,
        shipping_discount_minor=new.shipping_discount_minor, shipping_brand_discount_minor=new.shipping_brand_discount_minor,
        shipping_discounts=new.shipping_discounts, discount_minor=new.discount_minor, brand_discount_minor=new.brand_discount_minor,
        total_minor=new.goods_minor + new.shipping_minor - new.discount_minor, placed_at=order.placed_at,
        gift_card_minor=new.gift_card_minor, status=SellerOrder.Status.PLACED if order.placed_at else SellerOrder.Status.AWAITING_PAYMENT,
    )  # fmt: skip


def _number(prefix: str, at: datetime) -> str:
    """The year's next number. Consecutive: it is taken in this transaction and given back when that fails."""
    with connection.prepared_cursor() as cursor:
        cursor.execute(TAKE, [at.year])
        found = cursor.fetchone()
        if found is None:  # the year's first order
            NumberSeries.objects.bulk_create([NumberSeries(year=at.year)], ignore_conflicts=True)
            cursor.execute(TAKE, [at.year])
            found = cursor.fetchone()
    (number,) = found
    return f"{prefix}-{at.year % 100:02d}-{number:06d}"


def _suffix(index: int) -> str:
    """A … Z, AA, AB, …"""
    letters = ascii_uppercase[index % 26]
    return letters if index < 26 else _suffix(index // 26 - 1) + letters
