"""Posting and reversing. The ledger is the only place that knows a balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection as database_connection

from haat.core.db import joined
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.ledger import canon
from haat.ledger.canon import Said
from haat.ledger.chart import kind_of
from haat.ledger.models import Account, Posting, Transaction
from haat.ledger.sealing import seal
from haat.ledger.types import Leg
from haat.ledger.verifying import PATIENCE, note_verdict, verify

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


__all__ = ["PATIENCE", "AlreadyReversed", "KeyConflict", "note_verdict", "post", "reverse", "seal", "verify"]


MOVE = """
    UPDATE ledger_account a SET in_minor = a.in_minor + arrived, out_minor = a.out_minor + gone
    FROM unnest(%s::uuid[], %s::bigint[], %s::bigint[]) AS change (id, arrived, gone) WHERE a.id = change.id
"""


class KeyConflict(DomainError):
    """The same business event with another content: a bug or a forgery, never to be posted."""

    code = "ledger_key_conflict"


class AlreadyReversed(DomainError):
    """An entry is undone once: a second time would move money that is not there."""

    code = "ledger_already_reversed"


def post(
    *, key: str, code: str, legs: Sequence[Leg], at: datetime, reference: str = "", description: str = "", currency: str = "INR",
    reverses: Transaction | None = None,
) -> Transaction:  # fmt: skip
    """Write one event, once. A second call with the same key and content returns the first transaction.

    Raises KeyConflict for other content under the same key, ValueError for a negative amount or nothing to move.
    """
    moved = [leg for leg in legs if leg.minor]
    if not moved or any(leg.minor < 0 for leg in moved):
        raise ValueError(f"{key}: every leg moves a positive amount, and there must be one.")
    digest = canon.digest(code, currency, moved)
    said = [Said(i, leg.source, leg.destination, leg.minor, currency) for i, leg in enumerate(moved)]
    facts = {
        "id": new_id(), "code": code, "content_hash": digest, "reference": reference, "description": description, "at": at,
        "reverses": reverses,
    }  # fmt: skip
    facts["mac"] = canon.content(Transaction(key=key, **facts), said)
    with joined():
        Transaction.objects.bulk_create([Transaction(key=key, **facts)], ignore_conflicts=True)  # waits for a twin
        made = Transaction.objects.get(key=key)
        if made.pk != facts["id"]:
            return _same(made, digest)
        accounts = _accounts({leg.source for leg in moved} | {leg.destination for leg in moved}, currency)
        Posting.objects.bulk_create(
            Posting(
                transaction=made,
                position=i,
                source=accounts[leg.source],
                destination=accounts[leg.destination],
                amount_minor=leg.minor,
            )
            for i, leg in enumerate(moved)
        )
        _move(accounts, moved)
    return made


def reverse(*, original: Transaction, key: str, at: datetime, description: str = "") -> Transaction:
    """Undo by a new entry that names the original; the original stays, and is undone once.

    Raises AlreadyReversed when another key undid it before.
    """
    before = Transaction.objects.filter(reverses=original).first()
    if before is not None and before.key != key:
        raise AlreadyReversed(f"{original.key} was reversed by {before.key}. Nothing was posted now.")
    postings = list(original.postings.select_related("source", "destination").order_by("position"))
    legs = [Leg(row.destination.code, row.source.code, row.amount_minor) for row in postings]
    return post(
        key=key, code=f"{original.code}.reversal", legs=legs, at=at, reference=original.reference,
        description=description or f"Reverses {original.key}", currency=postings[0].source.currency, reverses=original,
    )  # fmt: skip


def _accounts(codes: set[str], currency: str) -> dict[str, Account]:
    """Locked in the order of their ids, so that two transactions never wait for each other."""
    rows = Account.objects.select_for_update().filter(code__in=codes, currency=currency).order_by("pk")
    found = {row.code: row for row in rows}
    missing = [Account(code=code, kind=kind_of(code), currency=currency) for code in sorted(codes - set(found))]
    if missing:
        Account.objects.bulk_create(missing, ignore_conflicts=True)
        found = {row.code: row for row in rows.all()}
    return found


def _move(accounts: dict[str, Account], legs: Sequence[Leg]) -> None:
    """Bring the sums of locked accounts along, all in one statement."""
    changes = [
        (
            account.pk,
            sum(leg.minor for leg in legs if leg.destination == account.code),
            sum(leg.minor for leg in legs if leg.source == account.code),
        )
        for account in accounts.values()
    ]
    with database_connection.cursor() as cursor:
        cursor.execute(MOVE, [list(column) for column in zip(*changes, strict=True)])


def _same(made: Transaction, digest: str) -> Transaction:
    if made.content_hash != digest:
        raise KeyConflict(f"{made.key} was posted before with other amounts. Nothing was posted now.")
    return made
