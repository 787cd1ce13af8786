"""Deposits of tax as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.books.models import TaxDeposit
from haat.books.owed import INPUT_CREDIT, account_of
from haat.ledger.chart import BANK
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterator


def made() -> Iterator[Fact]:
    for row in TaxDeposit.objects.order_by("pk").iterator(2_000):
        yield Fact(f"deposit:{row.pk}", _moves(row, 1))


def taken_back() -> Iterator[Fact]:
    for row in TaxDeposit.objects.filter(reversed_at__isnull=False).order_by("pk").iterator(2_000):
        yield Fact(f"deposit-back:{row.pk}", _moves(row, -1))


def _moves(row: TaxDeposit, sign: int) -> dict[str, int]:
    total = row.amount_minor + row.credit_minor
    account = account_of(row.tax, active_brand().country)
    return {account: sign * total, BANK: -sign * row.amount_minor, INPUT_CREDIT: -sign * row.credit_minor}
