"""Delivered parts as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.commissions import queries as commissions
from haat.ledger.chart import GIFT_CARDS, seller_payable
from haat.orders import queries as orders
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.orders.models import Credit


def delivered() -> Iterator[Fact]:
    for part in commissions.recognised_parts():
        is_cash = part.order.payment_method == "cod"
        in_cash = part.rest_minor if is_cash else 0
        moves = {
            "cod_receivable": in_cash,
            "order_holding": part.kept_minor - in_cash,
            "promo_expense": part.kept_brand_minor,
            seller_payable(part.seller_id): -part.kept_minor - part.kept_brand_minor,
        }
        if any(moves.values()):
            yield Fact(f"deliver:{part.pk}", moves)


def fees() -> Iterator[Fact]:
    yield from _fees("fees:", commissions.recognised_sums())


def fees_back() -> Iterator[Fact]:
    yield from _fees("fees-back:", commissions.returned_sums())


def credited() -> Iterator[Fact]:
    """The seller gives the sale back, to the customer and the brand; before delivery the money is still held."""
    for credit in orders.all_credits():
        moves = _of_credit(credit)
        if any(moves.values()):
            yield Fact(f"credit:{credit.pk}", moves, since=credit.created_at)


def _of_credit(credit: Credit) -> dict[str, int]:
    part, card = credit.part, orders.card_share(credit)
    if part.delivered_at is None or credit.is_called_off:
        held = credit.sale_minor - card if part.order.payment_method != "cod" else 0
        return {"refund_payable": -held, GIFT_CARDS: -card, "order_holding": held + card}
    return {
        "refund_payable": card - credit.customer_minor,
        GIFT_CARDS: -card,
        "goodwill_expense": credit.goodwill_minor,
        "promo_expense": -credit.brand_discount_minor,
        seller_payable(part.seller_id): credit.sale_minor + credit.brand_discount_minor,
    }


def credited_fees() -> Iterator[Fact]:
    yield from _fees("credit-fees:", commissions.credited_sums())


def _fees(prefix: str, rows: Iterator[commissions.Sums]) -> Iterator[Fact]:
    for row in rows:
        moves = {
            seller_payable(row.seller_id): row.fee_minor + row.fee_gst_minor + row.tcs_minor + row.tds_minor,
            "commission_revenue": -row.fee_minor,
            regime(row.country).output_account: -row.fee_gst_minor,
            "tcs_payable": -row.tcs_minor,
            "tds_payable": -row.tds_minor,
        }
        if any(moves.values()):
            yield Fact(f"{prefix}{row.subject_id}", moves)


def cod_fees() -> Iterator[Fact]:
    seen = set()
    for part in commissions.recognised_parts():
        order = part.order
        if order.payment_method == "cod" and order.cod_fee_minor and order.pk not in seen:
            seen.add(order.pk)
            yield Fact(f"codfee:{order.pk}", {"cod_receivable": order.cod_fee_minor}, only_some=True)
