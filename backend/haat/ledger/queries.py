"""Balances, statements and the proof that the books agree with themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import CharField, Count, F, Func, Q, Sum, Value
from django.db.models.functions import TruncMonth

from haat.ledger import invariants
from haat.ledger.models import Account, Posting, Transaction
from haat.ledger.movements import Movement, movements
from haat.ledger.statements import PlainLine, StatementLine, StatementPage, plain_statement, statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import tzinfo
    from uuid import UUID

    from django.db.models import QuerySet

__all__ = [
    "Movement", "PlainLine", "Proof", "StatementLine", "StatementPage", "accounts", "balance", "balances", "booked", "by_month", "changes", "debit_balances", "kinds",
    "missing_keys", "movements", "plain_statement", "prove", "statement", "transaction", "transactions", "transactions_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """`differences` names every account whose kept sums are not those of its postings; empty means proved."""

    transactions: int
    postings: int
    debit_minor: int
    credit_minor: int
    differences: list[str]

    @property
    def holds(self) -> bool:
        return not self.differences and self.debit_minor == self.credit_minor


def balance(code: str, currency: str = "INR") -> int:
    """Minor units in the account's own sense; an account that was never used has none."""
    account = Account.objects.filter(code=code, currency=currency).first()
    return account.balance_minor if account else 0


def balances(kind: str) -> dict[tuple[str, str], int]:
    """Every account `kind:<owner>` with its balance, by owner and currency."""
    rows = Account.objects.filter(code__startswith=kind)
    return {(row.code.removeprefix(kind), row.currency): row.balance_minor for row in rows}


def accounts() -> QuerySet[Account]:
    return Account.objects.order_by("code")


def transactions(*, reference: str = "", account: str = "") -> QuerySet[Transaction]:
    """Newest first; `reference` also finds the seller orders of an order."""
    rows = Transaction.objects.prefetch_related("postings__source", "postings__destination").order_by("-at", "-id")
    if reference:
        rows = rows.filter(reference__startswith=reference)
    if account:
        touching = Posting.objects.filter(Q(source__code=account) | Q(destination__code=account)).values("transaction")
        rows = rows.filter(pk__in=touching)
    return rows


def prove() -> Proof:
    """Add up every posting again and compare with what was kept beside them."""
    differences = invariants.kept().faults
    kept = Account.objects.aggregate(debit=Sum("in_minor"), credit=Sum("out_minor"))
    return Proof(
        Transaction.objects.count(), Posting.objects.count(), kept["debit"] or 0, kept["credit"] or 0, differences,
    )  # fmt: skip


def booked(prefix: str) -> dict[str, dict[str, int]]:
    """What each transaction whose key begins so did to each account, debit positive; by key."""
    found: dict[str, dict[str, int]] = {}
    rows = Posting.objects.filter(transaction__key__startswith=prefix).order_by()
    names = ("transaction__key", "source__code", "destination__code", "amount_minor")
    for key, source, destination, minor in rows.values_list(*names).iterator(2_000):
        moves = found.setdefault(key, {})
        moves[source] = moves.get(source, 0) - minor
        moves[destination] = moves.get(destination, 0) + minor
    return found


def debit_balances() -> dict[str, int]:
    """Every account with what it holds, debit positive, over all currencies."""
    found: dict[str, int] = {}
    for row in Account.objects.all():
        found[row.code] = found.get(row.code, 0) + row.in_minor - row.out_minor
    return found


def kinds() -> dict[str, int]:
    """How many transactions there are of each kind of key: what stands before its colon."""
    kind = Func(F("key"), Value(":"), Value(1), function="split_part", output_field=CharField())
    return dict(Transaction.objects.order_by().values_list(kind).annotate(Count("pk")))


def changes(*, account: str, keys: Iterable[str]) -> dict[str, int]:
    """What each of some transactions did to one account, debit positive; those that were never posted are not there."""
    wanted = list(keys)
    found = dict.fromkeys(Transaction.objects.filter(key__in=wanted).values_list("key", flat=True), 0)
    rows = Posting.objects.filter(transaction__key__in=wanted).filter(
        Q(source__code=account) | Q(destination__code=account)
    )
    for key, arrived, minor in rows.values_list("transaction__key", "destination__code", "amount_minor"):
        found[key] += minor if arrived == account else -minor
    return found


def missing_keys(keys: Collection[str]) -> set[str]:
    """Those under which nothing was ever posted."""
    return set(keys) - set(Transaction.objects.filter(key__in=list(keys)).values_list("key", flat=True))


def by_month(code: str, zone: tzinfo, *, but: Collection[str] = ()) -> dict[str, int]:
    """What an account owed more by the end of each month than by its beginning; months such as 2026-10.

    `but` are beginnings of keys: entries that are about another month than their own.
    """
    month = TruncMonth("transaction__at", tzinfo=zone)
    found: dict[str, int] = {}
    for side, sign in (("source__code", 1), ("destination__code", -1)):
        rows = Posting.objects.filter(**{side: code}).annotate(month=month).order_by()
        for prefix in but:
            rows = rows.exclude(transaction__key__startswith=prefix)
        for when, minor in rows.values_list("month").annotate(Sum("amount_minor")):
            found[f"{when:%Y-%m}"] = found.get(f"{when:%Y-%m}", 0) + sign * minor
    return found


def transaction(key: str) -> Transaction:
    """The entry that was posted under this key. Raises Transaction.DoesNotExist."""
    return Transaction.objects.get(key=key)


def transactions_of(ids: Iterable[UUID]) -> QuerySet[Transaction]:
    """Some transactions with their postings, the oldest first."""
    rows = Transaction.objects.filter(pk__in=list(ids)).order_by("at", "id")
    return rows.prefetch_related("postings__source", "postings__destination")
