"""The commission of a month that is over: one invoice a seller, and a credit note for each earlier invoice that lost some."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.commissions import queries as commissions
from haat.core.jobs import RetryLater
from haat.documents.content import commission
from haat.documents.content.commission import Charged, Fee
from haat.documents.models import ClosedMonth, Document
from haat.documents.services.issue import issue
from haat.tax.queries import Month, month, regime
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from haat.commissions.models import CommissionLine

PATIENCE = timedelta(hours=2)  # for bookings of the last minutes of a month
INVOICE = Document.Kind.COMMISSION_INVOICE


def close_months(*, at: datetime) -> int:
    """Close every month since the last closed one. Raises RetryLater while a delivery of it is not booked yet."""
    brand, done = active_brand(), 0
    zone = regime(brand.country).country.timezone
    current = month(f"{(at - PATIENCE).astimezone(zone):%Y-%m}", brand)
    last = ClosedMonth.objects.order_by("-first").first()
    first = _after(last.first) if last else _first(current)
    while first < current.first:
        done += _close(month(f"{first:%Y-%m}", brand), at)
        first = _after(first)
    return done


def _close(closing: Month, at: datetime) -> int:
    waiting = commissions.unrecognised(before=closing.until)
    if waiting:
        raise RetryLater(f"{closing.text}: {waiting} delivered parts are not booked yet.")
    brand = active_brand()
    last = _after(closing.first) - timedelta(days=1)
    charged, returned = _sort(closing)
    with transaction.atomic():
        ClosedMonth.objects.create(first=closing.first, at=at)
        drafts = [commission.invoice(one, closing, brand, last=last) for one in charged if not one.is_nothing]
        made = [issue(draft=draft, at=at) for draft in drafts]
        for (seller_id, first), one in sorted(returned.items(), key=lambda row: (row[0][1], str(row[0][0]))):
            found = Document.objects.filter(kind=INVOICE, seller_id=seller_id, period=first).first()
            if found is not None and not one.is_nothing:
                made.append(issue(draft=commission.credit(one, closing, brand, original=found, last=last), at=at))
    return len(made)


def _sort(closing: Month) -> tuple[list[Charged], dict[tuple[UUID, date], Charged]]:
    """Sales by seller, by name; what came back by seller and the month of whose invoice it was."""
    zone = regime(closing.country).country.timezone
    sales: dict[UUID, Charged] = {}
    returns: dict[tuple[UUID, date], Charged] = {}
    for when, line in commissions.supplied(since=closing.since, until=closing.until):
        day = when.astimezone(zone).date()
        if line.kind == line.Kind.SALE:
            _add(sales.setdefault(line.seller_id, Charged(line.part.seller)), line, day, closing.country)
        elif line.part.delivered_at is not None:
            then = line.part.delivered_at.astimezone(zone).date().replace(day=1)
            _add(returns.setdefault((line.seller_id, then), Charged(line.part.seller)), line, day, closing.country)
    return sorted(sales.values(), key=lambda one: (one.seller.name, str(one.seller.pk))), returns


def _add(charged: Charged, line: CommissionLine, day: date, country: str) -> None:
    rules, order = regime(country), line.part.order
    paid = (order.placed_at or line.at).astimezone(rules.country.timezone).date()
    sign = 1 if line.kind == line.Kind.SALE else -1
    number = line.part.number
    fee = charged.fees.setdefault(number, Fee(number, day, rules.fee_rate(paid).basis_points))
    fee.base_minor += sign * line.base_minor if line.order_line_id else 0
    fee.fee_minor += sign * line.fee_minor
    fee.tax_minor += sign * line.fee_gst_minor


def _after(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def _first(current: Month) -> date:
    """Where to begin when nothing was closed yet: the first month with a delivery, else the one before this."""
    delivered = commissions.first_recognised()
    zone = regime(current.country).country.timezone
    if delivered is not None and delivered < current.since:
        return delivered.astimezone(zone).date().replace(day=1)
    return current.first
