"""What holds of any books, whatever they are about: entries balance, balances are the sums of postings, reversals mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, Sum

from haat.ledger.models import Account, Posting, Transaction
from haat.ledger.sealing import postings_of
from haat.ledger.types import Check

if TYPE_CHECKING:
    from collections.abc import Iterator


def every() -> Iterator[Check]:
    yield balanced()
    yield zero()
    yield kept()
    yield mirrored()


def balanced() -> Check:
    """A posting takes from one account what it gives to another, so only a planted row can fail here."""
    check = Check(1, "Every entry balances: what leaves one account arrives at another of the same currency.")
    check.looked_at = Posting.objects.count()
    wrong = Posting.objects.filter(
        Q(amount_minor__lte=0) | Q(source=F("destination")) | ~Q(source__currency=F("destination__currency"))
    )
    for row in wrong.select_related("transaction")[:20]:
        check.fault(f"Posting {row.position} of {row.transaction.key} moves {row.amount_minor} and does not balance.")
    empty = Transaction.objects.filter(~Exists(Posting.objects.filter(transaction=OuterRef("pk"))))
    for key in empty.values_list("key", flat=True)[:20]:
        check.fault(f"{key} has no posting.")
    return check


def zero() -> Check:
    check = Check(2, "All balances of a currency add up to zero.")
    for row in Account.objects.values("currency").annotate(debit=Sum("in_minor"), credit=Sum("out_minor")):
        check.looked_at += 1
        if row["debit"] != row["credit"]:
            apart = row["debit"] - row["credit"]
            check.fault(f"{row['currency']}: debits and credits are {apart:+d} apart.")
    return check


def kept() -> Check:
    check = Check(3, "The balance that is kept of an account is the sum of its postings.")
    arrived = dict(Posting.objects.values_list("destination").annotate(Sum("amount_minor")))
    left = dict(Posting.objects.values_list("source").annotate(Sum("amount_minor")))
    for row in Account.objects.order_by("code"):
        check.looked_at += 1
        found = (arrived.get(row.pk, 0), left.get(row.pk, 0))
        if (row.in_minor, row.out_minor) != found:
            apart = (row.in_minor - row.out_minor) - (found[0] - found[1])
            check.fault(
                f"{row.code}: kept {row.in_minor} in and {row.out_minor} out, postings say {found[0]} and {found[1]};"
                f" {apart:+d} apart."
            )
    return check


def mirrored() -> Check:
    check = Check(16, "A reversal is the mirror of the entry that it names, and there is one at most.")
    rows = list(Transaction.objects.filter(reverses__isnull=False).select_related("reverses"))
    legs = postings_of([row.pk for row in rows] + [row.reverses_id for row in rows if row.reverses_id])
    for row in rows:
        check.looked_at += 1
        assert row.reverses is not None  # noqa: S101 - filtered above
        there = sorted((one.source, one.destination, one.minor) for one in legs[row.reverses.pk])
        back = sorted((one.destination, one.source, one.minor) for one in legs[row.pk])
        if there != back:
            check.fault(f"{row.key} does not give back what {row.reverses.key} moved.")
    return check
