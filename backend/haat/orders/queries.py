"""The doors to orders: whose they are decides what is found."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from haat.catalog import queries as catalog
from haat.core.errors import NotFound
from haat.inventory import queries as inventory
from haat.orders.models import Credit, CreditLine, Order, OrderLine, Remainder, SellerOrder, TimelineEntry
from haat.orders.models.credits import FIGURES
from haat.orders.types import WayOfMoney

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer
    from haat.sellers.models import Seller

Row = TypeVar("Row")
LINE_SUMS = (*FIGURES, "quantity")
WAITING = Order.Status.AWAITING_PAYMENT
ARRIVED = (SellerOrder.Status.DELIVERED, SellerOrder.Status.COMPLETED)


def _whole() -> QuerySet[Order]:
    lines = Prefetch("lines", OrderLine.objects.order_by("position"))
    parts = Prefetch("parts", SellerOrder.objects.select_related("seller").prefetch_related(lines).order_by("number"))
    return Order.objects.prefetch_related(
        parts, Prefetch("timeline", TimelineEntry.objects.select_related("part").order_by("at", "id"))
    )


def order(order_id: UUID | str) -> Order:
    return _whole().get(pk=order_id)


def found_order(order_id: UUID) -> Order | None:
    """The order behind a payment; some money belongs to none."""
    return _whole().filter(pk=order_id).first()


def part(part_id: UUID | str) -> SellerOrder:
    return SellerOrder.objects.select_related("order", "seller").prefetch_related("lines").get(pk=part_id)


def locked_order(order_id: UUID | str) -> Order:
    """The order's row, locked until the transaction ends."""
    return Order.objects.select_for_update().get(pk=order_id)


def locked_parts(order_id: UUID | str) -> list[SellerOrder]:
    """The parts of an order that have not ended, locked in the order of their numbers."""
    rows = SellerOrder.objects.select_for_update(of=("self",)).filter(order_id=order_id, ended_at=None)
    return list(rows.select_related("order", "seller").prefetch_related("lines").order_by("number"))


def lock_part(part_id: UUID | str) -> None:
    SellerOrder.objects.select_for_update().get(pk=part_id)


def order_by_idempotency_key(key: str) -> Order | None:
    return _whole().filter(idempotency_key=key).first()


def customer_orders(*, customer: Customer) -> QuerySet[Order]:
    return _whole().filter(customer=customer).exclude(status=Order.Status.EXPIRED).order_by("-created_for", "-id")


def customer_order(*, customer: Customer, number: str) -> Order:
    """The customer's own order. Someone else's is not there. Raises NotFound."""
    found = _found(_whole().filter(customer=customer, number=number).first(), number)
    _name_units(found.pk, found.parts.all())
    return found


def customer_order_row(*, customer: Customer, number: str) -> Order:
    """The same without its parts, to do something with it. Raises NotFound."""
    return _found(Order.objects.filter(customer=customer, number=number).first(), number)


def has_ordered(*, customer_id: UUID) -> bool:
    """Whether a customer has an order that was placed and not called off."""
    return Order.objects.filter(customer_id=customer_id, status=Order.Status.PLACED).exists()


def seller_parts(*, seller: Seller, status: str = "", text: str = "") -> QuerySet[SellerOrder]:
    """A seller's parts of orders that are good, newest first."""
    rows = SellerOrder.objects.filter(seller=seller).exclude(order__status__in=[WAITING, Order.Status.EXPIRED])
    rows = rows.select_related("order").prefetch_related(Prefetch("lines", OrderLine.objects.order_by("position")))
    if status:
        rows = rows.filter(status__in=status.split(","))
    if text:
        rows = rows.filter(
            Q(number__icontains=text) | Q(lines__title__icontains=text) | Q(lines__sku__icontains=text)
        ).distinct()
    return rows.order_by("-placed_at", "-id")


def seller_part(*, seller: Seller, number: str) -> SellerOrder:
    """A seller's own part. A rival's is not there. Raises NotFound."""
    timeline = Prefetch("order__timeline", TimelineEntry.objects.select_related("part").order_by("at", "id"))
    found = _found(seller_parts(seller=seller).prefetch_related(timeline).filter(number=number).first(), number)
    _name_units(found.order_id, [found])
    return found


def seller_counts(*, seller: Seller) -> dict[str, int]:
    """How many parts are in each state."""
    rows = seller_parts(seller=seller).order_by().values_list("status").annotate(Count("pk"))
    return dict(rows)


def brand_orders(*, status: str = "", text: str = "") -> QuerySet[Order]:
    rows = _whole().order_by("-created_for", "-id")
    if status:
        rows = rows.filter(status__in=status.split(","))
    return rows.filter(Q(number__icontains=text) | Q(parts__lines__title__icontains=text)).distinct() if text else rows


def brand_order(*, number: str) -> Order:
    found = _found(_whole().filter(number=number).first(), number)
    _name_units(found.pk, found.parts.all())
    return found


def brand_part(*, number: str) -> SellerOrder:
    return _found(SellerOrder.objects.select_related("order", "seller").filter(number=number).first(), number)


def unpaid_after(at: datetime) -> QuerySet[Order]:
    """Orders whose reservation has run out without payment."""
    return Order.objects.filter(status=WAITING, reserved_until__lte=at).order_by("reserved_until")


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


def ripe_parts(at: datetime) -> QuerySet[SellerOrder]:
    """Delivered parts whose return window is over."""
    rows = SellerOrder.objects.filter(status=SellerOrder.Status.DELIVERED, return_until__lte=at, open_requests=0)
    return rows.select_related("order").order_by("return_until")


def ways_of_money(*, numbers: Iterable[str] = (), ids: Iterable[UUID] = ()) -> Iterator[WayOfMoney]:
    """What decides whether parts may be paid to their sellers, by number or id, however many they are."""
    wanted: list[tuple[str, list[Any]]] = [("number__in", list(numbers)), ("pk__in", list(ids))]
    for name, asked in wanted:
        for first in range(0, len(asked), 5_000):
            rows = SellerOrder.objects.filter(**{name: asked[first : first + 5_000]}).order_by()
            for row in rows.values_list(*WayOfMoney.COLUMNS):
                yield WayOfMoney(*row)


def cash_parts(*, but: Any = None) -> QuerySet[SellerOrder]:
    """Delivered parts that were paid in cash, the oldest first, without those that a queryset of `part_id` names."""
    rows = SellerOrder.objects.filter(order__payment_method="cod", delivered_at__isnull=False)
    if but is not None:
        rows = rows.exclude(pk__in=but.values("part_id"))
    return rows.select_related("order", "seller").order_by("delivered_at", "id")


def first_delivered(order_id: UUID) -> UUID | None:
    """The part of an order that reached the customer first."""
    rows = SellerOrder.objects.filter(order_id=order_id, delivered_at__isnull=False).order_by("delivered_at", "id")
    return rows.values_list("pk", flat=True).first()


def parts(ids: Iterable[UUID]) -> dict[UUID, SellerOrder]:
    return SellerOrder.objects.select_related("order", "seller").in_bulk(list(ids))


def delivered_before(at: datetime) -> QuerySet[SellerOrder]:
    return SellerOrder.objects.filter(delivered_at__lt=at)


def shipped_before(at: datetime) -> QuerySet[SellerOrder]:
    return SellerOrder.objects.filter(shipped_at__lt=at)


def locked_part(part_id: UUID | str) -> SellerOrder:
    """A part with its order, seller and lines; locked until the transaction ends."""
    lock_part(part_id)
    return part(part_id)


def counts() -> dict[str, int]:
    return dict(SellerOrder.objects.exclude(status=WAITING).order_by().values_list("status").annotate(Count("pk")))


def address_of(order: Order) -> dict[str, Any]:
    address: dict[str, Any] = json.loads(order.address)
    return address


def delivered_lines(*, customer: Customer, number: str = "") -> QuerySet[OrderLine]:
    """What reached a customer, the latest first; of one order with `number`."""
    rows = OrderLine.objects.filter(part__order__customer=customer, part__status__in=ARRIVED)
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
    for pk, number, total in rows.values_list("pk", "number", "total_minor").iterator(2_000):
        if paid.get(pk, 0) != total:
            yield number, total, paid.get(pk, 0)


def credits_of(part_id: UUID | str) -> QuerySet[Credit]:
    """What was taken back of a part, in the order in which it was, with lines."""
    return _credits().filter(part__pk=part_id).order_by("position")


def credit(credit_id: UUID | str) -> Credit:
    return _credits().get(pk=credit_id)


def all_credits(*, since: datetime | None = None, until: datetime | None = None) -> Iterator[Credit]:
    """Every credit of a stretch of time, with part, order and lines."""
    rows = _credits().order_by("at", "pk")
    rows = rows.filter(at__gte=since) if since else rows
    return (rows.filter(at__lt=until) if until else rows).iterator(2_000)


def left_of(part: SellerOrder) -> dict[UUID | None, Remainder]:
    """What can still be taken back of each line by its id, and of shipping under None; lines without a row are whole."""
    return {row.order_line_id: row for row in Remainder.objects.filter(part=part)}


def credited_wrongly() -> Iterator[str]:
    """Lines of which credits and what is left are not the whole: part and title."""
    taken = CreditLine.objects.filter(credit__part=OuterRef("part"), order_line=OuterRef("order_line")).order_by()
    sums = {
        f"said_{name}": Coalesce(Subquery(taken.values("order_line").annotate(x=Sum(name)).values("x")), 0)
        for name in LINE_SUMS
    }
    rows = Remainder.objects.filter(order_line__isnull=False).annotate(**sums)
    whole = Q(**{f"order_line__{name}": F(name) + F(f"said_{name}") for name in LINE_SUMS})
    return rows.exclude(whole).values_list("part__number", flat=True).iterator(2_000)


def _credits() -> QuerySet[Credit]:
    lines = Prefetch("lines", CreditLine.objects.select_related("order_line").order_by("order_line__position", "pk"))
    return Credit.objects.select_related("part__order", "part__seller").prefetch_related(lines)


def _name_units(order_id: UUID, parts: Iterable[SellerOrder]) -> None:
    """Write on each line which numbered units it has."""
    units = inventory.units_of(order_id)
    for part in parts:
        for line in part.lines.all():
            line.units = units.get(line.offer_id, ())


def _found(row: Row | None, number: str) -> Row:
    if row is None:
        raise NotFound(f"There is no order {number}.")
    return row
