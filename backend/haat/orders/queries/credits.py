"""What was taken back of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from haat.orders.models import Credit, CreditLine, Remainder, SellerOrder
from haat.orders.models.credits import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet


LINE_SUMS = (*FIGURES, "quantity")


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
