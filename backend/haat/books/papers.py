"""Invariant 13: numbers of documents have no gap, and what stands on them is what was sold and charged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.commissions import queries as commissions
from haat.documents import queries as documents
from haat.ledger.types import Check
from haat.tax.queries import month
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

NUMBER = 13


def paper_checks(*, before: datetime) -> Iterator[Check]:
    """What happened after `before` may still be waiting for its paper."""
    yield _check("Numbers of each series run from 1 without a gap, each once.", "has no", documents.gaps())
    yield _check("Every document is as it was issued, and its lines add up.", "differs in", documents.changed())
    yield _check("Every invoice of a parcel says what its order says.", "differs:", documents.differing())
    yield _check("No invoice is credited with more than it has.", "is credited with too much of", documents.overdrawn())
    yield _check(
        "Every parcel that left has its invoice, everything taken back its note.",
        "lacks its paper:",
        documents.missing(before),
    )
    yield charged()


def charged() -> Check:
    check = Check(NUMBER, "Commission and its tax of each closed month are what was invoiced for it.")
    brand = active_brand()
    for text, invoiced in sorted(documents.commission_by_month().items()):
        check.looked_at += 1
        closed = month(text, brand)
        booked = commissions.charged(since=closed.since, until=closed.until)
        if booked != invoiced:
            check.fault(f"Commission of {text}: {booked} was charged, {invoiced} is invoiced.")
    return check


def _check(title: str, word: str, found: Iterable[tuple[str, str]]) -> Check:
    check = Check(NUMBER, title)
    for name, fault in found:
        check.looked_at += 1
        if fault:
            check.fault(f"{name} {word} {fault}.")
    return check
