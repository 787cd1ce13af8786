"""The counter of what a seller sold in a tax year, and who is still below the limit for deducting income tax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from haat.commissions.models import CommissionLine, YearlySales
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from haat.orders.models import SellerOrder


def count_sales(parts: Sequence[SellerOrder], day: date) -> set[UUID]:
    """Add parts that were just paid, once each; returns those from which nothing is deducted.

    The sale that carries the year's sum above the limit is deducted from as a whole, and so is every later one. The
    counters are locked in one order, so that two orders never wait for each other.
    """
    pinned = set(CommissionLine.objects.filter(part__in=parts).values_list("part_id", flat=True))
    new = sorted((part for part in parts if part.pk not in pinned), key=lambda part: str(part.seller_id))
    exempt = set()
    for part in new:
        rules = regime(part.order.country)
        counter = _locked(part, rules.tax_year(day))
        counter.gross_minor += _worth(part)
        counter.save(update_fields=["gross_minor", "updated_at"])
        limit = rules.exempt_up_to(part.seller.holder_type, on=day)
        if limit is not None and part.seller.pan_last4 and counter.gross_minor <= limit:
            exempt.add(part.pk)
    return exempt


def take_back(part: SellerOrder, sales: Iterable[CommissionLine]) -> None:
    """A sale that was called off or came back did not happen for the year's sum."""
    is_new = not CommissionLine.objects.filter(part=part, kind=CommissionLine.Kind.REVERSAL).exists()
    if is_new and any(True for _ in sales):
        take_back_base(part, _worth(part))


def take_back_base(part: SellerOrder, base_minor: int) -> None:
    """So much of a sale, before tax, did not happen for the sum of the year in which it was made."""
    rules = regime(part.order.country)
    day = (part.order.placed_at or part.order.created_for).astimezone(rules.country.timezone).date()
    counter = YearlySales.objects.filter(seller_id=part.seller_id, year=rules.tax_year(day))
    counter.update(gross_minor=F("gross_minor") - base_minor)


def _worth(part: SellerOrder) -> int:
    return part.shipping_taxable_minor + sum(line.taxable_minor for line in part.lines.all())


def _locked(part: SellerOrder, year: int) -> YearlySales:
    YearlySales.objects.bulk_create([YearlySales(seller_id=part.seller_id, year=year)], ignore_conflicts=True)
    return YearlySales.objects.select_for_update().get(seller_id=part.seller_id, year=year)
