"""The doors to returns: whose they are decides what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q

from haat.core.errors import NotFound
from haat.returns.counting import asked_of
from haat.returns.models import Return, ReturnLine
from haat.returns.rules import Terms, terms_of

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer
    from haat.sellers.models import Seller

__all__ = ["Terms", "asked_of", "terms_of"]
OPEN = [Return.Status.REQUESTED, Return.Status.APPROVED, Return.Status.PICKED_UP, Return.Status.RECEIVED]


def _whole() -> QuerySet[Return]:
    lines = Prefetch("lines", ReturnLine.objects.select_related("order_line").order_by("order_line__position"))
    rows = Return.objects.select_related("part__order", "seller", "credit").prefetch_related(lines)
    return rows.order_by("-requested_at", "-id")


def customer_returns(*, customer: Customer) -> QuerySet[Return]:
    return _whole().filter(part__order__customer=customer)


def customer_return(*, customer: Customer, number: str) -> Return:
    """The customer's own. Somebody else's is not there. Raises NotFound."""
    return _found(customer_returns(customer=customer).filter(number=number).first(), number)


def seller_returns(*, seller: Seller, status: str = "", text: str = "") -> QuerySet[Return]:
    return _narrowed(_whole().filter(seller=seller), status, text)


def seller_return(*, seller: Seller, number: str) -> Return:
    """A seller's own. A rival's is not there. Raises NotFound."""
    return _found(seller_returns(seller=seller).filter(number=number).first(), number)


def seller_counts(*, seller: Seller) -> dict[str, int]:
    return dict(Return.objects.filter(seller=seller).values_list("status").annotate(Count("pk")))


def brand_returns(*, status: str = "", text: str = "") -> QuerySet[Return]:
    """Every one; the status `escalated` is what the brand decides."""
    return _narrowed(_whole(), status, text)


def brand_return(*, number: str) -> Return:
    return _found(_whole().filter(number=number).first(), number)


def find(return_id: UUID | str) -> Return:
    return _whole().get(pk=return_id)


def overdue(at: datetime) -> QuerySet[Return]:
    rows = Return.objects.filter(status=Return.Status.REQUESTED, is_escalated=False, answer_by__lte=at)
    return rows.order_by("answer_by")


def is_open_for(part_id: UUID) -> bool:
    return Return.objects.filter(part_id=part_id, status__in=OPEN).exists()


def _narrowed(rows: QuerySet[Return], status: str, text: str) -> QuerySet[Return]:
    if status == "escalated":
        rows = rows.filter(is_escalated=True, status=Return.Status.REQUESTED)
    elif status == "open":
        rows = rows.filter(status__in=OPEN)
    elif status:
        rows = rows.filter(status__in=status.split(","))
    return (
        rows.filter(Q(number__icontains=text) | Q(lines__order_line__title__icontains=text)).distinct()
        if text
        else rows
    )


def _found(row: Return | None, number: str) -> Return:
    if row is None:
        raise NotFound(f"There is no return {number}.")
    return row
