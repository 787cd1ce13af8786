"""The doors to orders: whose they are decides what is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q

from haat.core.db import know
from haat.core.rows import row, rows
from haat.orders.models import Order, OrderLine, SellerOrder, TimelineEntry
from haat.orders.queries.shared import WAITING, must_be, name_units

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer

OF_ORDER = "joined_1.order_id = %s ORDER BY joined_1.number, one.position"  # the first that is joined is the part


def _whole() -> QuerySet[Order]:
    lines = Prefetch("lines", OrderLine.objects.order_by("position"))
    parts = Prefetch("parts", SellerOrder.objects.select_related("seller").prefetch_related(lines).order_by("number"))
    return Order.objects.prefetch_related(
        parts, Prefetch("timeline", TimelineEntry.objects.select_related("part").order_by("at", "id"))
    )


def order(order_id: UUID | str) -> Order:
    """One order with its parts, lines and history."""
    found = row(Order, "one.id = %s", order_id)
    if found is None:
        raise Order.DoesNotExist
    return whole(found)


def whole(found: Order) -> Order:
    """The same of an order whose row was read or written just now."""
    by_id: dict[UUID, SellerOrder] = {}
    lines: dict[UUID, list[OrderLine]] = {}
    for line in rows(OrderLine, OF_ORDER, found.pk, joined=["part", "part__seller"]):
        line.part = by_id.setdefault(line.part_id, line.part)
        lines.setdefault(line.part_id, []).append(line)
    for part in by_id.values():
        part.order = found
        know(part, "lines", lines[part.pk])
    know(found, "parts", list(by_id.values()))
    history = rows(TimelineEntry, "one.order_id = %s ORDER BY one.at, one.id", found.pk)
    for entry in history:
        entry.part = by_id[entry.part_id] if entry.part_id else None
    know(found, "timeline", history)
    return found


def found_order(order_id: UUID) -> Order | None:
    """The order behind a payment; some money belongs to none."""
    return _whole().filter(pk=order_id).first()


def locked_order(order_id: UUID | str) -> Order:
    """The order's row, locked until the transaction ends."""
    found = row(Order, "one.id = %s FOR UPDATE", order_id)
    if found is None:
        raise Order.DoesNotExist
    return found


def order_by_idempotency_key(key: str) -> Order | None:
    return _whole().filter(idempotency_key=key).first()


def customer_orders(*, customer: Customer) -> QuerySet[Order]:
    return _whole().filter(customer=customer).exclude(status=Order.Status.EXPIRED).order_by("-created_for", "-id")


def customer_order(*, customer: Customer, number: str) -> Order:
    """The customer's own order. Someone else's is not there. Raises NotFound."""
    found = must_be(_whole().filter(customer=customer, number=number).first(), number)
    name_units(found.pk, found.parts.all())
    return found


def customer_order_row(*, customer: Customer, number: str) -> Order:
    """The same without its parts, to do something with it. Raises NotFound."""
    return must_be(row(Order, "one.customer_id = %s AND one.number = %s", customer.pk, number), number)


def brand_orders(*, status: str = "", text: str = "") -> QuerySet[Order]:
    rows = _whole().order_by("-created_for", "-id")
    if status:
        rows = rows.filter(status__in=status.split(","))
    return rows.filter(Q(number__icontains=text) | Q(parts__lines__title__icontains=text)).distinct() if text else rows


def brand_order(*, number: str) -> Order:
    found = must_be(_whole().filter(number=number).first(), number)
    name_units(found.pk, found.parts.all())
    return found


def unpaid_after(at: datetime) -> QuerySet[Order]:
    """Orders whose reservation has run out without payment."""
    return Order.objects.filter(status=WAITING, reserved_until__lte=at).order_by("reserved_until")


def address_of(order: Order) -> dict[str, Any]:
    """As it was when it was ordered. The number of a business is a column: it is still there when its buyer is erased."""
    address: dict[str, Any] = json.loads(order.address)
    return {"business_name": ""} | address | {"tax_number": order.buyer_tax_number}
