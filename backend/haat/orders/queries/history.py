"""What somebody bought, and what the past says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q, Sum

from haat.catalog import queries as catalog
from haat.orders.models import Order, OrderLine, SellerOrder
from haat.orders.queries.shared import ARRIVED, WAITING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer


def has_ordered(*, customer_id: UUID) -> bool:
    """Whether a customer has an order that was placed and not called off."""
    return Order.objects.filter(customer_id=customer_id, status=Order.Status.PLACED).exists()


def unfinished(*, customer: Customer) -> list[tuple[str, datetime | None]]:
    """Numbers of orders that are not over yet: being paid, on their way, or still returnable until some time."""
    waiting = Order.objects.filter(customer=customer, status=WAITING).values_list("number", "reserved_until")
    parts = SellerOrder.objects.filter(order__customer=customer, order__status=Order.Status.PLACED).exclude(
        status__in=[SellerOrder.Status.COMPLETED, SellerOrder.Status.DECLINED, SellerOrder.Status.CANCELLED]
    )
    return [*waiting, *parts.order_by("number").values_list("number", "return_until")]


def ids_of(*, customer: Customer) -> list[UUID]:
    return list(Order.objects.filter(customer=customer).values_list("pk", flat=True))


def last_order_at(*, customer: Customer) -> datetime | None:
    """When the customer last ordered: the books of that year must be kept."""
    newest = Order.objects.filter(customer=customer).order_by("-created_for").first()
    return newest.created_for if newest else None


def delivered_lines(*, customer: Customer, number: str = "") -> QuerySet[OrderLine]:
    """What reached a customer, the latest first; of one order with `number`."""
    gone = Q(credit_lines__credit__cause="cancelled")
    rows = OrderLine.objects.filter(part__order__customer=customer, part__status__in=ARRIVED)
    rows = rows.annotate(gone=Sum("credit_lines__quantity", filter=gone)).filter(
        Q(gone=None) | Q(gone__lt=F("quantity"))
    )
    rows = rows.select_related("part__seller", "part__order").order_by("-part__delivered_at", "position", "pk")
    return rows.filter(part__order__number=number) if number else rows


def delivered_line(*, customer: Customer, product_id: UUID) -> OrderLine | None:
    """The latest delivery of a product to a customer, if it ever reached them."""
    return delivered_lines(customer=customer).filter(product_id=product_id).first()


def records_since(at: datetime) -> dict[UUID, tuple[int, int, int]]:
    """By seller: parts that were placed since then, how many of them it declined, and how many it shipped late.

    Late is later than the longest handling time of its offers and a day.
    """
    rows = SellerOrder.objects.filter(placed_at__gte=at).order_by()
    slow = rows.filter(shipped_at__gt=F("placed_at") + timedelta(days=1)).values_list("pk", flat=True)
    lines = list(OrderLine.objects.filter(part__in=slow).values_list("part_id", "offer_id"))
    days = catalog.handling_days({offer_id for _, offer_id in lines})
    promised: dict[UUID, int] = {}
    for part_id, offer_id in lines:
        promised[part_id] = max(promised.get(part_id, 0), days.get(offer_id, 0))
    found: dict[UUID, tuple[int, int, int]] = {}
    for row in rows.only("seller_id", "status", "placed_at", "shipped_at").iterator(2_000):
        parts, declined, late = found.get(row.seller_id, (0, 0, 0))
        limit = timedelta(days=promised.get(row.pk, 0) + 1)
        is_late = row.placed_at is not None and row.shipped_at is not None and row.shipped_at > row.placed_at + limit
        found[row.seller_id] = (parts + 1, declined + (row.status == SellerOrder.Status.DECLINED), late + is_late)
    return found


def paid_wrongly(paid: Mapping[UUID, int]) -> Iterator[tuple[str, int, int]]:
    """Orders placed online for which another sum was paid than they cost: number, total, paid."""
    rows = Order.objects.filter(placed_at__isnull=False, total_minor__gt=0).exclude(payment_method="cod")
    rows = rows.annotate(to_pay=F("total_minor") - F("gift_card_minor")).exclude(to_pay=0)
    for pk, number, total in rows.values_list("pk", "number", "to_pay").iterator(2_000):
        if paid.get(pk, 0) != total:
            yield number, total, paid.get(pk, 0)
