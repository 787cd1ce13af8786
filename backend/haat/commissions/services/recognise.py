"""Delivery: what was pinned becomes income, tax to pay on, and the seller's money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Min, Sum

from haat.commissions.models import CommissionLine, Recognition
from haat.core.jobs import RetryLater
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.tax.queries import regime

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder


def recognise(*, part_id: UUID | str, at: datetime) -> None:
    """Book a delivered part, once. Raises RetryLater while its commission is not computed yet."""
    part = orders.part(part_id)
    payable, when = seller_payable(part.seller_id), part.delivered_at or at
    with transaction.atomic():
        sums = _pinned(part)
        Recognition.objects.get_or_create(part=part, defaults={"at": when})
        is_cash = part.order.payment_method == "cod"
        # The seller gets what the customer paid and what the brand pays for the customer, its promotion's expense.
        in_cash = part.rest_minor if is_cash else 0  # what a gift card paid is held
        sale = [
            Leg(payable, "cod_receivable", in_cash),
            Leg(payable, "order_holding", part.kept_minor - in_cash),
            Leg(payable, "promo_expense", part.kept_brand_minor),
        ]
        if any(leg.minor for leg in sale):  # none: the seller itself gave everything away
            ledger.post(
                key=f"deliver:{part.pk}", code="seller_order.delivered", legs=sale, at=when, reference=part.number,
                currency=part.currency,
            )  # fmt: skip
        fees = [
            Leg("commission_revenue", payable, sums["fee"]), Leg(regime(part.order.country).output_account, payable, sums["gst"]),
            Leg("tcs_payable", payable, sums["tcs"]), Leg("tds_payable", payable, sums["tds"]),
        ]  # fmt: skip
        if any(leg.minor for leg in fees):
            ledger.post(
                key=f"fees:{part.pk}",
                code="seller_order.fees",
                legs=fees,
                at=when,
                reference=part.number,
                currency=part.currency,
            )
        if is_cash and part.order.cod_fee_minor:
            _book_cod_fee(part, when)


def _pinned(part: SellerOrder) -> dict[str, int]:
    """The fees of what was not called off before it was shipped. Raises RetryLater while they are not all reckoned."""
    lines = CommissionLine.objects.filter(part=part)
    sales = lines.filter(kind=CommissionLine.Kind.SALE)
    called_off = orders.called_off(part)
    reckoned = lines.filter(credit__in=called_off).values("credit").distinct().count()
    if not sales.exists() or reckoned < len(called_off):
        raise RetryLater(f"{part.number}: commission is not computed yet.")
    return (sales | lines.filter(credit__in=called_off)).aggregate(
        fee=Sum("fee_minor"), gst=Sum("fee_gst_minor"), tcs=Sum("tcs_minor"), tds=Sum("tds_minor"),
    )  # fmt: skip


def book_back(*, part_id: UUID | str) -> None:
    """What was taken back of a delivered part, as its negative lines say it, once."""
    part = orders.part(part_id)
    lines = CommissionLine.objects.filter(part=part, kind=CommissionLine.Kind.REVERSAL, credit=None)
    sums = lines.aggregate(fee=Sum("fee_minor"), gst=Sum("fee_gst_minor"), tcs=Sum("tcs_minor"), at=Min("at"))
    payable = seller_payable(part.seller_id)
    legs = [
        Leg(payable, "commission_revenue", -(sums["fee"] or 0)), Leg(payable, "tcs_payable", -(sums["tcs"] or 0)),
        Leg(payable, regime(part.order.country).output_account, -(sums["gst"] or 0)),
    ]  # fmt: skip
    if any(leg.minor for leg in legs):
        ledger.post(
            key=f"fees-back:{part.pk}", code="seller_order.fees_back", legs=legs, at=sums["at"], reference=part.number,
            currency=part.currency,
        )  # fmt: skip


def _book_cod_fee(part: SellerOrder, at: datetime) -> None:
    """The brand's own service: booked with the first part that arrives."""
    order = part.order
    first = min(row.delivered_at for row in orders.order(order.pk).parts.all() if row.delivered_at)
    rules = regime(order.country)
    rate = rules.fee_rate(first.astimezone(rules.country.timezone).date()).basis_points
    tax = rules.inside(order.cod_fee_minor, rate, origin="", destination=order.place_of_supply)
    legs = [
        Leg("cod_fee_income", "cod_receivable", tax.taxable_minor),
        Leg(rules.output_account, "cod_receivable", tax.tax_minor),
    ]
    ledger.post(
        key=f"codfee:{order.pk}",
        code="order.cod_fee",
        legs=legs,
        at=at,
        reference=order.number,
        currency=order.currency,
    )
