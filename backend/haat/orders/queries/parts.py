"""Parts of orders: the sellers' work, and what their money depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery

from haat.orders.models import Order, OrderLine, SellerOrder, TimelineEntry
from haat.orders.queries.shared import WAITING, must_be, name_units
from haat.orders.types import WayOfMoney

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def part(part_id: UUID | str) -> SellerOrder:
    return SellerOrder.objects.select_related("order", "seller").prefetch_related("lines").get(pk=part_id)


def locked_parts(order_id: UUID | str) -> list[SellerOrder]:
    """The parts of an order that have not ended, locked in the order of their numbers."""
    rows = SellerOrder.objects.select_for_update(of=("self",)).filter(order_id=order_id, ended_at=None)
    return list(rows.select_related("order", "seller").prefetch_related("lines").order_by("number"))


def lock_part(part_id: UUID | str) -> None:
    SellerOrder.objects.select_for_update().get(pk=part_id)


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
    found = must_be(seller_parts(seller=seller).prefetch_related(timeline).filter(number=number).first(), number)
    name_units(found.order_id, [found])
    return found


def seller_counts(*, seller: Seller) -> dict[str, int]:
    """How many parts are in each state."""
    rows = seller_parts(seller=seller).order_by().values_list("status").annotate(Count("pk"))
    return dict(rows)


def brand_part(*, number: str) -> SellerOrder:
    return must_be(SellerOrder.objects.select_related("order", "seller").filter(number=number).first(), number)


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
    """Delivered parts with which cash was collected, the oldest first, without those that a queryset of `part_id` names.

    Nothing is collected with a part that a gift card paid whole, unless the fee for cash came with it.
    """
    there = SellerOrder.objects.filter(order=OuterRef("order"), delivered_at__isnull=False)
    first = Subquery(there.order_by("delivered_at", "id").values("pk")[:1])
    collects = Q(total_minor__gt=F("gift_card_minor")) | Q(order__cod_fee_minor__gt=0, pk=first)
    rows = SellerOrder.objects.filter(collects, order__payment_method="cod", delivered_at__isnull=False)
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
