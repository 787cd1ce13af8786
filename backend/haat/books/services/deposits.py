"""Tax of a month leaves the bank: booked once a challan, at most what the month owes, undone by a counter-entry."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from haat.audit import services as audit
from haat.books import owed as reads
from haat.books.models import TaxDeposit
from haat.core.errors import InvalidInput, NotNow
from haat.core.money import Money
from haat.ledger import queries as books
from haat.ledger import services as ledger
from haat.ledger.chart import BANK
from haat.ledger.types import Leg

if TYPE_CHECKING:
    from datetime import date

    from haat.tax.queries import Month

NOON = time(12)
SAME = ("month", "amount_minor", "credit_minor", "paid_on")


def deposit_tax(
    *, tax: str, month: Month, amount_minor: int, credit_minor: int, reference: str, paid_on: date, at: datetime
) -> TaxDeposit:
    """The same challan again is the deposit that is there. Raises InvalidInput for more than is owed, or another amount
    under a challan that is known.
    """
    _look_at(tax, month, amount_minor, credit_minor, paid_on, at)
    made = TaxDeposit(
        tax=tax, month=month.text, amount_minor=amount_minor, credit_minor=credit_minor, currency=month.currency,
        reference=reference.upper(), paid_on=paid_on, recorded_by=audit.somebody(), recorded_at=at,
    )  # fmt: skip
    with transaction.atomic():
        TaxDeposit.objects.bulk_create([made], ignore_conflicts=True)
        row = TaxDeposit.objects.filter(tax=tax, reference=made.reference, reversed_at=None).first()
        if row is None:
            raise NotNow("This challan was taken back just now. Look again.")
        if row.pk != made.pk:
            return _known(row, made)
        _book(row, month, at)
        _hold_to_owed(row, month)
        audit.record(
            "tax.deposited", row, after={"amount_minor": amount_minor, "credit_minor": credit_minor}, label=str(row)
        )
    return row


def reverse_deposit(*, row: TaxDeposit, reason: str, at: datetime) -> TaxDeposit:
    """It was written down wrongly: owed as before, by an entry that names the first. Raises NotNow the second time."""
    with transaction.atomic():
        row = TaxDeposit.objects.select_for_update().get(pk=row.pk)
        if row.reversed_at is not None:
            raise NotNow("This deposit was taken back before.")
        ledger.reverse(
            original=books.transaction(f"deposit:{row.pk}"), key=f"deposit-back:{row.pk}", at=at, description=reason
        )
        row.reversed_by, row.reversed_at, row.reverse_reason = audit.somebody(), at, reason
        row.save(update_fields=["reversed_by", "reversed_at", "reverse_reason", "updated_at"])
        audit.record("tax.deposit_reversed", row, reason=reason, label=str(row))
    return row


def _look_at(tax: str, month: Month, amount_minor: int, credit_minor: int, paid_on: date, at: datetime) -> None:
    if not amount_minor + credit_minor:
        raise _wrong("amount_minor", "Give the amount that was deposited.")
    if credit_minor and tax != TaxDeposit.Tax.OUTPUT:
        raise _wrong("credit_minor", "Withheld tax is paid in money: nothing is set off against it.")
    if paid_on > timezone.localdate(at):
        raise _wrong("paid_on", "This day has not come yet.")
    if paid_on < month.first:
        raise _wrong("paid_on", "This day is before the month that it pays for.")


def _known(row: TaxDeposit, made: TaxDeposit) -> TaxDeposit:
    if any(getattr(row, name) != getattr(made, name) for name in SAME):
        raise _wrong("reference", f"{row.reference} is recorded for {row.month} with other figures.")
    return row


def _book(row: TaxDeposit, month: Month, at: datetime) -> None:
    account = reads.account_of(row.tax, month.country)
    when = timezone.make_aware(datetime.combine(row.paid_on, NOON), month.since.tzinfo)
    ledger.post(
        key=f"deposit:{row.pk}", code="tax.deposited", at=min(when, at), reference=row.reference[:60], currency=row.currency,
        legs=[Leg(BANK, account, row.amount_minor), Leg(reads.INPUT_CREDIT, account, row.credit_minor)],
        description=f"{row.tax.upper()} {row.month}",
    )  # fmt: skip


def _hold_to_owed(row: TaxDeposit, month: Month) -> None:
    """The account's row is ours since the posting: of two deposits at once, the second sees the first."""
    left = reads.owed(month, row.tax).left_minor
    if left < 0:
        before = max(left + row.amount_minor + row.credit_minor, 0)
        raise _wrong("amount_minor", f"{Money(before, row.currency)} of {row.month} is left to deposit, not more.")
    if row.credit_minor and reads.input_credit(row.currency) < 0:
        raise _wrong("credit_minor", "There is less input credit in the books than that.")


def _wrong(name: str, words: str) -> InvalidInput:
    return InvalidInput(words, details={name: [words]})
