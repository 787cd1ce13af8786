"""Proving one brand's books: the chain, the ledger's own laws, and that it says what orders, payments and payouts say."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.books.controls import FAMILIES, Family
from haat.books.papers import paper_checks
from haat.books.standing import standing_checks
from haat.core.db import snapshot
from haat.ledger import queries as ledger
from haat.ledger import services as ledger_services
from haat.ledger.services import PATIENCE
from haat.ledger.types import Check, Verdict
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

log = logging.getLogger(__name__)

CONTROLLED = {
    "gateway_clearing": (5, "What the provider should hold for us is what payments, refunds, transfers and settlements say."),
    "disputed": (5, "What banks took and nobody bears yet is what disputes say."),
    "order_holding": (6, "What is held for orders is what was paid and neither delivered nor given back."),
    "suspense": (6, "What is in suspense is the money that belongs to no order and is not given back yet."),
    "gift_card_liability": (11, "What is owed on gift cards is what was issued, less what was spent and what ended."),
    "refund_payable": (7, "What is owed to customers is what was asked to be refunded and is not refunded yet."),
    "payout_in_transit": (9, "What is on its way to sellers is what was started and not paid yet."),
    "seller_reserve": (17, "What is kept back of each seller is what its payouts kept and did not give back."),
    "seller_adjustments": (17, "What was given to sellers by hand is what was decided."),
    "bad_debt": (17, "What was written off of sellers' debts is what was decided."),
    "cod_receivable": (8, "What couriers owe is what they collected and did not bring."),
    "bank": (5, "What the books say of the bank is what was settled, brought and paid out."),
    "seller_payable": (17, "What each seller is owed is what its statement adds up to."),
}  # fmt: skip


@dataclass(slots=True)
class Sums:
    """What all facts together say of each account."""

    foretold: Counter[str] = field(default_factory=Counter)
    unforetold: Counter[str] = field(default_factory=Counter)  # moved by entries that only some accounts are known of


def verify(*, at: datetime, patience: timedelta = PATIENCE, known: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Check everything that can be checked on standing data, in one look at the database. Numbers are docs/money.md's."""
    with snapshot():
        verdict = ledger_services.verify(at=at, patience=patience, known=known)
        sums = Sums()
        for family in FAMILIES:
            verdict.checks.append(_compare(family, sums, at - patience))
        verdict.checks += _controls(sums)
        verdict.checks += standing_checks(at=at)
        verdict.checks += paper_checks(before=at - patience)
    verdict.checks.sort(key=lambda check: check.number)
    return verdict


def prove(*, at: datetime) -> Verdict:
    """Verify, and keep what was found where the portals show it. A fault is an error in the logs as well, what waits a warning."""
    verdict = verify(at=at)
    for fault in verdict.faults:
        log.error("books of %s: %s", active_brand().slug, fault)
    for warning in verdict.warnings:
        log.warning("books of %s: %s", active_brand().slug, warning)
    ledger_services.note_verdict(verdict=verdict, at=at)
    return verdict


def _compare(family: Family, sums: Sums, before: datetime) -> Check:
    """Each fact has its entry with the same amounts, and each entry its fact."""
    check, booked = Check(family.number, family.title), ledger.booked(family.prefix)
    for fact in family.facts():
        check.looked_at += 1
        entry = booked.pop(fact.key, None)
        if entry is None and fact.since is not None and fact.since > before:
            continue  # its job comes yet
        if entry is None:
            check.fault(f"{fact.key} is not booked: {_words(fact.moves)}.")
            continue
        if not fact.agrees(entry):
            check.fault(f"{fact.key} is booked as {_words(entry)}; it should be {_words(fact.moves)}.")
        sums.foretold.update(fact.moves)
        if fact.only_some:
            sums.unforetold.update({code: minor for code, minor in entry.items() if code not in fact.moves})
    for key, entry in booked.items():
        check.fault(f"{key} is booked ({_words(entry)}) and nothing stands behind it.")
    return check


def _controls(sums: Sums) -> list[Check]:
    balances, checks = ledger.debit_balances(), []
    for name, (number, title) in CONTROLLED.items():
        check = Check(number, title)
        for code in sorted({*balances, *sums.foretold}):
            if code.partition(":")[0] != name:
                continue
            check.looked_at += 1
            apart = balances.get(code, 0) - sums.foretold[code] - sums.unforetold[code]
            if apart:
                check.fault(f"{code} is {apart:+d} apart from what its orders, payments and payouts say.")
        checks.append(check)
    return checks


def _words(moves: dict[str, int]) -> str:
    return ", ".join(f"{code} {minor:+d}" for code, minor in sorted(moves.items()) if minor)
