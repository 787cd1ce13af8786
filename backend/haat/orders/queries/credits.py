"""What was taken back of parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from haat.orders.card_shares import card_shares
from haat.orders.models import Credit, CreditLine, Remainder, SellerOrder
from haat.orders.models.credits import FIGURES
from haat.orders.portions import Figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet


LINE_SUMS = (*FIGURES, "quantity")
CHUNK = 5_000


def credits_of(part_id: UUID | str) -> QuerySet[Credit]:
    """What was taken back of a part, in the order in which it was, with lines."""
    return _credits().filter(part__pk=part_id).order_by("position")


def called_off(part: SellerOrder) -> list[Credit]:
    """What was called off of a part before it was shipped, with lines."""
    return list(credits_of(part.pk).filter(cause=Credit.Cause.CANCELLED)) if part.called_off_units else []


def not_invoiced(part: SellerOrder) -> dict[UUID, tuple[int, Figures]]:
    """Units and figures of lines that were called off before the part was packed: its invoice is without them."""
    found: dict[UUID, tuple[int, Figures]] = {}
    for one in called_off(part):
        for row in one.lines.all():
            if row.order_line_id and not one.after_packing:
                units, figures = found.get(row.order_line_id, (0, Figures()))
                found[row.order_line_id] = (units + row.quantity, figures + row.figures)
    return found


def card_share(credit: Credit) -> int:
    """What of a credit goes back to the gift card that paid for some of its part."""
    part = credit.part
    if not part.gift_card_minor:
        return 0
    rows = Credit.objects.filter(part=part, position__lte=credit.position).order_by("position")
    amounts = [(minor, cause == Credit.Cause.DISPUTE) for minor, cause in rows.values_list("customer_minor", "cause")]
    return card_shares(card=part.gift_card_minor, total=part.total_minor, amounts=amounts)[-1]


def credit(credit_id: UUID | str) -> Credit:
    return _credits().get(pk=credit_id)


def all_credits(*, since: datetime | None = None, until: datetime | None = None) -> Iterator[Credit]:
    """Every credit of a stretch of time, with part, order and lines."""
    rows = _credits().order_by("at", "pk")
    rows = rows.filter(at__gte=since) if since else rows
    return (rows.filter(at__lt=until) if until else rows).iterator(2_000)


def to_be_booked(part_ids: Iterable[UUID]) -> Iterator[tuple[UUID, UUID]]:
    """Each credit of these parts whose seller gives something back for it, with its part, however many there are.

    A mere gift of the brand takes nothing of the seller.
    """
    asked = list(part_ids)
    moves = Q(sale_minor__gt=0) | Q(brand_discount_minor__gt=0)
    rows = Credit.objects.filter(moves, part__delivered_at__isnull=False).exclude(cause=Credit.Cause.CANCELLED)
    for first in range(0, len(asked), CHUNK):
        yield from rows.filter(part_id__in=asked[first : first + CHUNK]).values_list("pk", "part_id").order_by()


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


def called_off_wrongly() -> Iterator[str]:
    """Parts whose sums of what was called off are not those of their credits."""
    gone = Credit.objects.filter(part=OuterRef("pk"), cause=Credit.Cause.CANCELLED).order_by()
    sums = {
        "off": Sum("sale_minor"), "off_brand": Sum("brand_discount_minor"), "off_units": Sum("lines__quantity"),
    }  # fmt: skip
    said = {
        name: Coalesce(Subquery(gone.values("part").annotate(x=total).values("x")), 0) for name, total in sums.items()
    }
    right = Q(called_off_minor=F("off"), called_off_brand_minor=F("off_brand"), called_off_units=F("off_units"))
    touched = Q(called_off_units__gt=0) | Q(called_off_minor__gt=0) | Exists(gone)
    rows = SellerOrder.objects.filter(touched).annotate(**said).exclude(right)
    return rows.values_list("number", flat=True).iterator(2_000)


def _credits() -> QuerySet[Credit]:
    lines = Prefetch("lines", CreditLine.objects.select_related("order_line").order_by("order_line__position", "pk"))
    return Credit.objects.select_related("part__order", "part__seller").prefetch_related(lines)
