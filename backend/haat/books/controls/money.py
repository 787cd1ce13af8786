"""Payments and refunds as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.ledger.chart import GATEWAY
from haat.payments import queries as payments

if TYPE_CHECKING:
    from collections.abc import Iterator


def captures() -> Iterator[Fact]:
    """What the provider took for us, less its fee; to suspense when it belongs to no living order."""
    given_back = set(payments.refund_keys("late-"))
    for payment in payments.captured_online():
        fee, tax = payment.fee_minor, payment.fee_tax_minor
        is_homeless = payment.is_stray or f"late-{payment.pk}" in given_back
        moves = {
            "suspense" if is_homeless else "order_holding": -payment.amount_minor,
            GATEWAY: payment.amount_minor - fee,
            "gateway_fee": fee - tax,
            "gst_input_credit": tax,
        }
        yield Fact(f"capture:{payment.provider_payment_id}", moves, since=payment.captured_at)


def late() -> Iterator[Fact]:
    for refund in payments.refunds_keyed("late-"):
        moves = {"refund_payable": -refund.amount_minor, "suspense": refund.amount_minor}
        yield Fact(f"late:{refund.payment_id}", moves)


def cancelled() -> Iterator[Fact]:
    for refund in payments.refunds_keyed("part-"):
        moves = {"refund_payable": -refund.amount_minor, "order_holding": refund.amount_minor}
        yield Fact(f"cancel:{refund.key.removeprefix('part-')}", moves)


def refunds() -> Iterator[Fact]:
    for refund in payments.processed_refunds():
        if not refund.sent_minor:
            continue  # a bank had paid all of it
        source = "bank" if refund.is_by_bank else GATEWAY
        moves = {source: -refund.sent_minor, "refund_payable": refund.sent_minor}
        yield Fact(f"refund:{refund.paid_as}", moves, since=refund.processed_at)
