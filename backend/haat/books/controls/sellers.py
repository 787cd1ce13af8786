"""Payouts as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.ledger.chart import BANK, GATEWAY, payout_in_transit, seller_payable, seller_reserve
from haat.payments import queries as payments
from haat.payouts import queries as payouts

if TYPE_CHECKING:
    from collections.abc import Iterator


def payouts_started() -> Iterator[Fact]:
    for payout in payouts.started():
        minor = payout.amount_minor
        moves = {payout_in_transit(payout.seller_id): -minor, seller_payable(payout.seller_id): minor}
        yield Fact(f"payout:{payout.pk}", moves)


def paid_ways(prefix: str) -> Iterator[Fact]:
    """What arrived, from the provider's balance or the brand's bank."""
    for way in payouts.paid_ways():
        is_bank = way.rail == "bank_file"
        if (prefix == "bankpay:") is not is_bank:
            continue
        fee, tax = way.fee_minor, way.fee_tax_minor
        moves = {
            BANK if is_bank else GATEWAY: -way.amount_minor - way.over_minor - fee,
            seller_payable(way.payout.seller_id): way.over_minor,
            payout_in_transit(way.payout.seller_id): way.amount_minor,
            "route_fee": fee - tax,
            "gst_input_credit": tax,
        }
        yield Fact(f"{prefix}{way.pk if is_bank else way.provider_id}", moves)


def transfers() -> Iterator[Fact]:
    yield from paid_ways("transfer:")


def bank_lines() -> Iterator[Fact]:
    yield from paid_ways("bankpay:")


def paid_back() -> Iterator[Fact]:
    for way in payouts.returned_ways():
        moves = {
            seller_payable(way.payout.seller_id): -way.amount_minor,
            payout_in_transit(way.payout.seller_id): way.amount_minor,
        }
        yield Fact(f"payback:{way.pk}", moves)


def bounced() -> Iterator[Fact]:
    for way in payouts.bounced():
        source = BANK if way.rail == "bank_file" else GATEWAY
        moves = {seller_payable(way.payout.seller_id): -way.amount_minor, source: way.amount_minor}
        yield Fact(f"bounced:{way.pk}", moves)


def reserves_kept() -> Iterator[Fact]:
    for row in payouts.reserves():
        moves = {seller_reserve(row.seller_id): -row.amount_minor, seller_payable(row.seller_id): row.amount_minor}
        yield Fact(f"reserve:{row.payout_id}", moves)


def reserves_back() -> Iterator[Fact]:
    for row in payouts.reserves():
        if row.released_at is not None:
            moves = {seller_payable(row.seller_id): -row.amount_minor, seller_reserve(row.seller_id): row.amount_minor}
            yield Fact(f"reserveback:{row.pk}", moves)


def adjustments() -> Iterator[Fact]:
    for row in payouts.adjusted():
        moves = {seller_payable(row.seller_id): -row.amount_minor, row.expense: row.amount_minor}
        yield Fact(f"adjust:{row.pk}", moves)


def remittances() -> Iterator[Fact]:
    for row in payouts.remitted():
        yield Fact(f"remit:{row.pk}", {BANK: row.amount_minor, "cod_receivable": -row.amount_minor})


def returned_fees() -> Iterator[Fact]:
    """A share that came back: the provider keeps its fee for moving it."""
    for transfer in payments.returned_transfers():
        fee, tax = transfer.fee_minor, transfer.fee_tax_minor
        moves = {GATEWAY: -fee, "route_fee": fee - tax, "gst_input_credit": tax}
        yield Fact(f"routefee:{transfer.provider_transfer_id}", moves)
