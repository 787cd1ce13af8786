"""Reads of commission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.commissions.models import CommissionLine, CommissionRule, Recognition
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Earnings:
    """What a seller gets of a part and why: the lines, their sums, and whether they are recognised."""

    number: str
    currency: str
    lines: list[CommissionLine]
    is_recognised: bool

    def _sum(self, name: str) -> int:
        return sum(getattr(line, name) for line in self.lines)

    @property
    def gross_minor(self) -> int:
        return self._sum("gross_minor")

    @property
    def fee_minor(self) -> int:
        return self._sum("fee_minor")

    @property
    def fee_gst_minor(self) -> int:
        return self._sum("fee_gst_minor")

    @property
    def tcs_minor(self) -> int:
        return self._sum("tcs_minor")

    @property
    def tds_minor(self) -> int:
        return self._sum("tds_minor")

    @property
    def net_minor(self) -> int:
        return self._sum("net_minor")


def earnings(*, part_id: UUID, number: str, currency: str) -> Earnings:
    rows = list(CommissionLine.objects.filter(part_id=part_id).select_related("rule").order_by("id"))
    return Earnings(number, currency, rows, Recognition.objects.filter(part_id=part_id).exists())


def rules() -> QuerySet[CommissionRule]:
    """The living rules in the order in which they are tried."""
    return (
        CommissionRule.objects.filter(archived_at=None).select_related("seller", "category").order_by("position", "id")
    )


def rule(rule_id: UUID) -> CommissionRule:
    found = rules().filter(pk=rule_id).first()
    if found is None:
        raise NotFound("There is no such commission rule.")
    return found


def lines(*, number: str = "", seller: str = "") -> QuerySet[CommissionLine]:
    """Pinned lines, newest first, of an order or a seller."""
    rows = CommissionLine.objects.select_related("part", "seller", "rule").order_by("-at", "-id")
    if number:
        rows = rows.filter(part__number__startswith=number)
    return rows.filter(seller__slug=seller) if seller else rows
