"""Disputes as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.ledger.chart import GATEWAY
from haat.payments import queries as payments

if TYPE_CHECKING:
    from collections.abc import Iterator


def taken() -> Iterator[Fact]:
    for row in payments.disputes_that_took():
        moves = {GATEWAY: -row.taken_minor, "disputed": row.taken_minor}
        yield Fact(f"chargeback:{row.provider_dispute_id}", moves, since=row.updated_at)


def given_back() -> Iterator[Fact]:
    for row in payments.disputes_that_took():
        back = row.taken_minor - row.deducted_minor
        if back > 0 and not row.is_open:
            moves = {GATEWAY: back, "disputed": -back}
            yield Fact(f"chargeback-back:{row.provider_dispute_id}", moves, since=row.updated_at)


def losses() -> Iterator[Fact]:
    for share in payments.shares_lost():
        yield Fact(f"chargeback-loss:{share.pk}", {"disputed": -share.lost_minor, "chargeback_loss": share.lost_minor})


def covered() -> Iterator[Fact]:
    """What the brand had borne before somebody else owed it comes back to the brand."""
    for row in payments.coverings():
        source = "chargeback_loss" if row.bearer == "brand" else "disputed"
        moves = {source: -row.amount_minor, "refund_payable": row.amount_minor}
        yield Fact(f"chargeback-cover:{row.pk}", moves, since=row.at)
