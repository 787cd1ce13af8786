"""What was taken back of a delivered part takes its share of fee and TCS back; the last piece takes what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Sum

from haat.commissions.fees import part_of, portion
from haat.commissions.models import CommissionLine, Recognition
from haat.commissions.services.exemption import take_back_base
from haat.commissions.types import CreditReckoned
from haat.core import events
from haat.core.jobs import RetryLater
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.orders.models import Credit, CreditLine

PINNED = ("fee_minor", "fee_gst_minor", "tcs_minor", "tds_minor")


def credit(*, credit_id: UUID | str) -> None:
    """Write the negative lines of a credit and book its fees back, once. Raises RetryLater before the sale is booked.

    A parcel that came back before its commission was computed has none: an ended part gets no lines any more. What was
    called off before it was shipped is never booked: the delivery books what is left.
    """
    found = orders.credit(credit_id)
    part = found.part
    with transaction.atomic():
        orders.lock_part(part.pk)
        if CommissionLine.objects.filter(credit=found).exists():
            return
        is_booked = Recognition.objects.filter(part=part).exists()
        sales = {
            row.order_line_id: row for row in CommissionLine.objects.filter(part=part, kind=CommissionLine.Kind.SALE)
        }
        if not sales and part.ended_at is not None:
            events.publish(CreditReckoned(credit_id=str(found.pk)))
            return
        if not sales or (bool(part.delivered_at) != is_booked and not found.is_called_off):
            raise RetryLater(f"{part.number}: its sale is not booked yet.")
        taken = [line for line in found.lines.all() if line.value_minor or line.quantity]
        rows = [
            _negative(found, sales[line.order_line_id], line, came_back=is_booked)
            for line in taken
            if line.order_line_id in sales
        ]
        CommissionLine.objects.bulk_create(rows)
        take_back_base(part, -sum(row.base_minor for row in rows))
        if is_booked:
            _book_back(found, rows)
        events.publish(CreditReckoned(credit_id=str(found.pk)))


def _negative(credit: Credit, sale: CommissionLine, line: CreditLine, *, came_back: bool) -> CommissionLine:
    """The share of each pinned figure, of what is left of it."""
    before = CommissionLine.objects.filter(
        part=credit.part, order_line=line.order_line, kind=CommissionLine.Kind.REVERSAL
    )
    names = ("gross_minor", *PINNED)
    sums = before.aggregate(**{name: Sum(name) for name in names})
    left = {name: getattr(sale, name) + (sums[name] or 0) for name in names}
    taken = portion(
        line.value_minor, left["gross_minor"], sold_value=sale.gross_minor, quantity=line.quantity,
        left_quantity=0 if sale.gross_minor else _left_quantity(line, before),
    )  # fmt: skip
    figures = {name: -part_of(left[name], taken) for name in PINNED}
    if came_back:
        figures["tds_minor"] = 0  # it is the seller's credit at the tax office
    gross = -line.value_minor
    return CommissionLine(
        part=credit.part, order_line=line.order_line, credit=credit, seller_id=sale.seller_id, kind=CommissionLine.Kind.REVERSAL,
        rule_id=sale.rule_id, rule_version=sale.rule_version, title=sale.title, currency=sale.currency, at=credit.at, gross_minor=gross,
        base_minor=-line.taxable_minor, net_minor=gross - sum(figures.values()), explanation=f"{credit.get_cause_display()}: {credit.reason}"[:300],
        **figures,
    )  # fmt: skip


def _left_quantity(line: CreditLine, before: QuerySet[CommissionLine]) -> int:
    """Pieces of a line for which nothing was paid, less those that went back before."""
    if line.order_line is None:
        return 0
    gone = line.order_line.credit_lines.filter(credit__in=before.values("credit")).aggregate(sum=Sum("quantity"))
    return line.order_line.quantity - (gone["sum"] or 0)


def _book_back(credit: Credit, rows: Sequence[CommissionLine]) -> None:
    part = credit.part
    payable = seller_payable(part.seller_id)
    fee, gst, tcs = (-sum(getattr(row, name) for row in rows) for name in ("fee_minor", "fee_gst_minor", "tcs_minor"))
    legs = [
        Leg(payable, "commission_revenue", fee), Leg(payable, regime(part.order.country).output_account, gst),
        Leg(payable, "tcs_payable", tcs),
    ]  # fmt: skip
    if any(leg.minor for leg in legs):
        ledger.post(
            key=f"credit-fees:{credit.pk}", code="credit.fees_back", legs=legs, at=credit.at, reference=part.number,
            description=credit.reason, currency=part.currency,
        )  # fmt: skip
