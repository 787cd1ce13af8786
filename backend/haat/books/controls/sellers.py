"""Payouts as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.ledger.chart import GATEWAY, payout_in_transit, seller_payable
from haat.payments import queries as payments
from haat.payouts import queries as payouts

if TYPE_CHECKING:
    from collections.abc import Iterator


def payouts_started() -> Iterator[Fact]:
    for payout in payouts.started():
        minor = payout.amount_minor
        moves = {payout_in_transit(payout.seller_id): -minor, seller_payable(payout.seller_id): minor}
        yield Fact(f"payout:{payout.pk}", moves)


def transfers() -> Iterator[Fact]:
    released = {row.reference: row for row in payments.released_transfers()}
    for line in payouts.paid_lines():
        transfer = released.get(line.part_id)
        if transfer is None:
            continue
        fee, tax = transfer.fee_minor, transfer.fee_tax_minor
        moves = {
            GATEWAY: -line.net_minor - fee,
            payout_in_transit(line.payout.seller_id): line.net_minor,
            "route_fee": fee - tax,
            "gst_input_credit": tax,
        }
        yield Fact(f"transfer:{transfer.provider_transfer_id}", moves)


def returned_fees() -> Iterator[Fact]:
    """A share that came back: the provider keeps its fee for moving it."""
    for transfer in payments.returned_transfers():
        fee, tax = transfer.fee_minor, transfer.fee_tax_minor
        moves = {GATEWAY: -fee, "route_fee": fee - tax, "gst_input_credit": tax}
        yield Fact(f"routefee:{transfer.provider_transfer_id}", moves)
