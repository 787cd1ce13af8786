"""Pinning fee, TCS and TDS when an order is paid; delivery only recognises them, refunds only add negative rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from haat.catalog import queries as catalog
from haat.commissions import fees
from haat.commissions.models import CommissionLine, CommissionRule, Recognition
from haat.commissions.services.exemption import count_sales, take_back
from haat.commissions.services.recognise import book_back
from haat.commissions.types import CommissionComputed
from haat.core import events
from haat.core.money import share
from haat.orders import queries as orders
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from haat.orders.models import OrderLine, SellerOrder

FIGURES = ("gross_minor", "base_minor", "fee_minor", "fee_gst_minor", "tcs_minor", "tds_minor", "net_minor")


def compute(*, order_id: UUID | str, at: datetime) -> None:
    """Write the lines of every living part of an order, once.

    Every figure is on what the seller sells for: less its own discounts, and with what the brand pays for the customer.
    """
    with transaction.atomic():
        parts = orders.locked_parts(order_id)
        if parts:
            CommissionLine.objects.bulk_create(_lines(parts, at), ignore_conflicts=True)
        events.publish(CommissionComputed(order_id=str(order_id)))


def _lines(parts: Sequence[SellerOrder], at: datetime) -> list[CommissionLine]:
    """Of all parts of one order. What rules look at came with the parts, but for the tree of categories."""
    order = parts[0].order
    day = (order.placed_at or at).astimezone(regime(order.country).country.timezone).date()
    rules = list(CommissionRule.objects.filter(archived_at=None).order_by("position", "id"))
    exempt = count_sales(parts, day)
    sold = [line.category_id for part in parts for line in part.lines.all()]
    paths = catalog.category_paths(sold) if any(rule.category_id for rule in rules) else {}
    lines: list[CommissionLine] = []
    for part in parts:
        sale = Sale(part, day, at, is_exempt=part.pk in exempt)
        lines += [_of_line(sale, line, rules, paths.get(line.category_id, ())) for line in part.lines.all()]
        lines += [_of_shipping(sale, rules)] if part.shipping_value_minor else []
    return lines


def reverse(*, part_id: UUID | str, at: datetime) -> None:
    """Take a part's lines back by negative rows: it was cancelled, or it came back whole.

    Once its delivery was booked, its fees and TCS are booked back too. TDS stays: it is the seller's credit at the tax
    office, and a later sale's deduction is the place to adjust it.
    """
    with transaction.atomic():
        orders.lock_part(part_id)
        is_booked = Recognition.objects.filter(part__pk=part_id).exists()
        sales = CommissionLine.objects.filter(part__pk=part_id, kind=CommissionLine.Kind.SALE)
        negative = [_negative(row, at, came_back=is_booked) for row in sales]
        take_back(orders.part(part_id), sales)
        CommissionLine.objects.bulk_create(negative, ignore_conflicts=True)
        if is_booked:
            book_back(part_id=part_id)


@dataclass(frozen=True, slots=True)
class Sale:
    """A part that was paid, on the day whose rates count."""

    part: SellerOrder
    day: date
    at: datetime
    is_exempt: bool  # from the deduction of income tax


def _of_line(sale: Sale, line: OrderLine, rules: Sequence[CommissionRule], path: Collection[UUID]) -> CommissionLine:
    rule = fees.fitting(rules, fees.of_line(sale.part, line, path, sale.day))
    fee, explanation = fees.fee_of(rule, line)
    return _line(sale, line.title, line.value_minor, line.taxable_minor, fee, explanation, order_line=line, rule=rule)


def _of_shipping(sale: Sale, rules: Sequence[CommissionRule]) -> CommissionLine:
    part = sale.part
    sold = fees.Delivery(part.shipping_taxable_minor, part.shipping_value_minor, part.currency)
    rule = fees.of_delivery(rules, fees.of_parcel(part, sale.day))
    fee, explanation = fees.fee_of_delivery(rule, sold)
    return _line(sale, "Shipping", sold.value_minor, sold.taxable_minor, fee, explanation, rule=rule)


def _line(
    sale: Sale, title: str, gross: int, base: int, fee: int, explanation: str, order_line: OrderLine | None = None,
    rule: CommissionRule | None = None,
) -> CommissionLine:  # fmt: skip
    part, rules = sale.part, regime(sale.part.order.country)
    fee_gst = share(fee, rules.fee_rate(sale.day).basis_points)
    tcs, tds = rules.withheld(
        base,
        status=part.seller.gst_status,
        is_identified=bool(part.seller.pan_last4),
        on=sale.day,
        is_exempt=sale.is_exempt,
    )
    return CommissionLine(
        part=part, order_line=order_line, seller_id=part.seller_id, rule=rule, rule_version=rule.version if rule else None, title=title,
        gross_minor=gross, base_minor=base, fee_minor=fee, fee_gst_minor=fee_gst, tcs_minor=tcs, tds_minor=tds,
        net_minor=gross - fee - fee_gst - tcs - tds, currency=part.currency, explanation=explanation, at=sale.at,
    )  # fmt: skip


def _negative(row: CommissionLine, at: datetime, *, came_back: bool) -> CommissionLine:
    figures = {name: -getattr(row, name) for name in FIGURES}
    if came_back:
        figures |= {"tds_minor": 0, "net_minor": figures["net_minor"] - row.tds_minor}
    return CommissionLine(
        part_id=row.part_id, order_line_id=row.order_line_id, seller_id=row.seller_id, kind=CommissionLine.Kind.REVERSAL, rule_id=row.rule_id,
        rule_version=row.rule_version, title=row.title, currency=row.currency, at=at,
        explanation="The part came back." if came_back else "The part was cancelled.", **figures,
    )  # fmt: skip
