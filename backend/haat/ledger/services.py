"""Posting and reversing. The ledger is the only place that knows a balance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from haat.core.adding import add_all
from haat.core.db import connection, joined
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
    from uuid import UUID


__all__ = ["PATIENCE", "AlreadyReversed", "KeyConflict", "note_verdict", "post", "reverse", "seal", "verify"]


WRITE = """
    INSERT INTO ledger_transaction
        (id, created_at, key, code, content_hash, reference, description, at, mac, reverses_id)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (key) DO NOTHING
"""
# Accounts are locked in the order of their ids, so that two transactions never wait for each other.
MOVE = """
    WITH held AS (
        SELECT a.id, c.arrived, c.gone
        FROM ledger_account a JOIN unnest(%s::text[], %s::bigint[], %s::bigint[]) AS c (code, arrived, gone) USING (code)
        WHERE a.currency = %s ORDER BY a.id FOR UPDATE OF a)
    UPDATE ledger_account a SET in_minor = a.in_minor + held.arrived, out_minor = a.out_minor + held.gone
    FROM held WHERE held.id = a.id RETURNING a.code, a.id
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
    made = Transaction(key=key, **facts)
    made.mac = canon.content(made, said)
    with joined():
        if not _write(made):
            return _same(Transaction.objects.get(key=key), digest)
        accounts = _moved(moved, currency)
        add_all(
            Posting(
                transaction=made, position=i, source_id=accounts[leg.source], destination_id=accounts[leg.destination],
                amount_minor=leg.minor,
            )
            for i, leg in enumerate(moved)
        )  # fmt: skip
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


def _write(row: Transaction) -> bool:
    """Write a transaction unless its key is taken; waits for a twin."""
    row.created_at = timezone.now()
    said: list[Any] = [row.code, row.content_hash, row.reference, row.description, row.at, row.mac]
    with connection.prepared_cursor() as cursor:
        cursor.execute(WRITE, [row.pk, row.created_at, row.key, *said, row.reverses_id])
        return bool(cursor.rowcount)


def _moved(legs: Sequence[Leg], currency: str) -> dict[str, UUID]:
    """Bring the sums of all accounts along; their ids by code. Accounts that are not there yet are made."""
    arrived, gone = Counter[str](), Counter[str]()
    for leg in legs:
        arrived[leg.destination] += leg.minor
        gone[leg.source] += leg.minor
    codes = sorted({*arrived, *gone})
    found = _move(codes, arrived, gone, currency)
    missing = [code for code in codes if code not in found]
    if missing:
        rows = [Account(code=code, kind=kind_of(code), currency=currency) for code in missing]
        Account.objects.bulk_create(rows, ignore_conflicts=True)
        found |= _move(missing, arrived, gone, currency)
    return found


def _move(codes: list[str], arrived: Counter[str], gone: Counter[str], currency: str) -> dict[str, UUID]:
    values: list[Any] = [codes, [arrived[code] for code in codes], [gone[code] for code in codes], currency]
    with connection.prepared_cursor() as cursor:
        cursor.execute(MOVE, values)
        return dict(cursor.fetchall())


def _same(made: Transaction, digest: str) -> Transaction:
    if made.content_hash != digest:
        raise KeyConflict(f"{made.key} was posted before with other amounts. Nothing was posted now.")
    return made
