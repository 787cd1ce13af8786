"""Reads of commission."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import TruncMonth

from haat.catalog import queries as catalog
from haat.commissions.models import CommissionLine, CommissionRule, Recognition
from haat.core.errors import NotFound
from haat.orders import queries as orders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime, tzinfo
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.orders.models import SellerOrder

CHUNK = 2_000
CALLED_OFF = Q(kind=CommissionLine.Kind.REVERSAL, credit__cause="cancelled")
SALES = Q(kind=CommissionLine.Kind.SALE) | CALLED_OFF


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


@dataclass(frozen=True, slots=True)
class Sums:
    """The pinned fees of one part (or credit), negative for what was taken back."""

    subject_id: UUID
    seller_id: UUID
    country: str
    fee_minor: int
    fee_gst_minor: int
    tcs_minor: int
    tds_minor: int


def recognised_parts() -> Iterator[SellerOrder]:
    """Parts whose delivery is booked, each with its order."""
    rows = Recognition.objects.select_related("part__order").order_by("pk")
    return (row.part for row in rows.iterator(CHUNK))


def recognised_sums() -> Iterator[Sums]:
    """What was pinned for each part whose delivery is booked, without what was called off before."""
    return _sums(SALES)


def returned_sums() -> Iterator[Sums]:
    """What was taken back of parts whose delivery had been booked."""
    return _sums(Q(kind=CommissionLine.Kind.REVERSAL, credit=None))


def credited_sums() -> Iterator[Sums]:
    """What credits took back; the first field is the credit's id."""
    return _sums(Q(kind=CommissionLine.Kind.REVERSAL, credit__isnull=False) & ~CALLED_OFF, by="credit_id")


def _sums(which: Q, by: str = "part_id") -> Iterator[Sums]:
    booked = Recognition.objects.filter(part=OuterRef("part"))
    rows = CommissionLine.objects.filter(which, Exists(booked)).order_by(by)
    names = ("fee_minor", "fee_gst_minor", "tcs_minor", "tds_minor")
    sums = rows.values_list(by, "seller_id", "part__order__country").annotate(*(Sum(name) for name in names))
    return (Sums(*row) for row in sums.iterator(CHUNK))


def lines_of_credit(credit_id: UUID) -> list[CommissionLine]:
    return list(CommissionLine.objects.filter(credit_id=credit_id).order_by("id"))


def supplied(*, since: datetime, until: datetime) -> Iterator[tuple[datetime, CommissionLine]]:
    """Every line of a stretch of time, with its moment: sales when they were delivered, returns when they came back.

    A sale is what was delivered: what was called off before is not in it (and is with it, for its taxes).
    """
    related = CommissionLine.objects.select_related("part__order", "part__seller", "order_line", "rule", "credit")
    related = related.prefetch_related("credit__lines")
    booked = Recognition.objects.filter(part=OuterRef("part"))
    sales = related.filter(kind=CommissionLine.Kind.SALE).annotate(when=Subquery(booked.values("at")[:1]))
    less = _called_off(related.filter(CALLED_OFF).annotate(when=Subquery(booked.values("at")[:1])), since, until)
    for row in sales.filter(when__gte=since, when__lt=until).order_by("when", "pk").iterator(CHUNK):
        row.less(less.get((row.part_id, row.order_line_id), []))
        yield row.when, row
    back_after = ~CALLED_OFF & Q(kind=CommissionLine.Kind.REVERSAL)
    returns = related.filter(back_after, Exists(booked), at__gte=since, at__lt=until)
    for back in returns.order_by("at", "pk").iterator(CHUNK):
        yield back.at, back


def _called_off(
    rows: QuerySet[Any], since: datetime, until: datetime
) -> dict[tuple[UUID, UUID | None], list[CommissionLine]]:
    found: dict[tuple[UUID, UUID | None], list[CommissionLine]] = {}
    for row in rows.filter(when__gte=since, when__lt=until).order_by("pk"):
        found.setdefault((row.part_id, row.order_line_id), []).append(row)
    return found


def charged(*, since: datetime, until: datetime) -> int:
    """Commission and its tax that was booked in a stretch of time, less what was given back."""
    return sum(line.fee_minor + line.fee_gst_minor for _, line in supplied(since=since, until=until))


def unrecognised(*, before: datetime) -> int:
    """How many parts were delivered before a moment and are not booked yet."""
    booked = Recognition.objects.filter(part=OuterRef("pk"))
    return orders.delivered_before(before).filter(~Exists(booked)).count()


def first_recognised() -> datetime | None:
    """When the first delivery was booked."""
    row = Recognition.objects.order_by("at").first()
    return row.at if row else None


def withheld_by_month(zone: tzinfo) -> dict[tuple[str, str], int]:
    """What was pinned of TCS and TDS for what was delivered, less what came back; by tax and month such as 2026-10."""
    booked = Recognition.objects.filter(part=OuterRef("part"))
    sales = CommissionLine.objects.filter(SALES).annotate(when=Subquery(booked.values("at")[:1]))
    back_after = ~CALLED_OFF & Q(kind=CommissionLine.Kind.REVERSAL)
    returns = CommissionLine.objects.filter(back_after, Exists(booked)).annotate(when=F("at"))
    found: Counter[tuple[str, str]] = Counter()
    for rows in (sales.filter(when__isnull=False), returns):
        months = rows.annotate(month=TruncMonth("when", tzinfo=zone)).order_by().values("month")
        for row in months.annotate(tcs=Sum("tcs_minor"), tds=Sum("tds_minor")):
            for tax in ("tcs", "tds"):
                found[tax, f"{row['month']:%Y-%m}"] += row[tax]
    return found


def sold_in_year(sellers: Collection[UUID], *, since: datetime, until: datetime) -> dict[UUID, int]:
    """What sellers sold in a stretch of a tax year, before tax, as the year's counter stood at its end.

    A sale counts when it is paid, less what was called off or came back until then; what happens later does not change
    a month that was reported.
    """
    sale = Q(kind=CommissionLine.Kind.SALE) | Q(at__lt=until)
    rows = CommissionLine.objects.filter(sale, seller__in=sellers)
    rows = rows.filter(part__order__placed_at__gte=since, part__order__placed_at__lt=until)
    return dict(rows.values_list("seller_id").annotate(Sum("base_minor")).order_by())


def charged_wrongly() -> Iterator[str]:
    """Numbers of parts whose commission is booked although they were called off before they were delivered."""
    rows = Recognition.objects.filter(part__delivered_at=None).order_by("part__number")
    return rows.values_list("part__number", flat=True).iterator(CHUNK)


def earnings(*, part_id: UUID, number: str, currency: str) -> Earnings:
    rows = list(CommissionLine.objects.filter(part_id=part_id).select_related("rule").order_by("id"))
    return Earnings(number, currency, rows, Recognition.objects.filter(part_id=part_id).exists())


def rules() -> QuerySet[CommissionRule]:
    """The living rules in the order in which they are tried."""
    rows = CommissionRule.objects.filter(archived_at=None).select_related("seller", "category", "product")
    return rows.order_by("position", "id")


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


def categories() -> list[dict[str, Any]]:
    """Every category with those above it in its name, as the tree reads."""
    rows = {row.pk: row for row in catalog.categories()}

    def words(row: Any) -> str:
        above = rows.get(row.parent_id)
        return f"{words(above)} / {row.name}" if above else str(row.name)

    found = [{"id": pk, "name": words(row)} for pk, row in rows.items()]
    return sorted(found, key=lambda one: str(one["name"]))
