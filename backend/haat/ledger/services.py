"""Posting and reversing. The ledger is the only place that knows a balance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from haat.core.db import joined, run
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.ledger import canon
from haat.ledger.canon import Said
from haat.ledger.chart import kind_of
from haat.ledger.models import Account, Transaction
from haat.ledger.sealing import seal
from haat.ledger.types import Leg
from haat.ledger.verifying import PATIENCE, note_verdict, verify

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


__all__ = ["PATIENCE", "AlreadyReversed", "KeyConflict", "note_verdict", "post", "reverse", "seal", "verify"]


# One event in one statement. A twin with the same key is waited for, and then nothing is written; nor is anything while an
# account is not there. Accounts are locked in the order of their ids, so that two transactions never wait for each other.
WRITE = """
    WITH moves AS (
        SELECT a.id, a.code, c.arrived, c.gone
        FROM ledger_account a JOIN unnest(%s::text[], %s::bigint[], %s::bigint[]) AS c (code, arrived, gone) USING (code)
        WHERE a.currency = %s),
    made AS (
        INSERT INTO ledger_transaction
            (id, created_at, key, code, content_hash, reference, description, at, mac, reverses_id)
        SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s WHERE (SELECT count(*) FROM moves) = %s
        ON CONFLICT (key) DO NOTHING RETURNING id, created_at),
    held AS (
        SELECT a.id, moves.arrived, moves.gone FROM made, moves JOIN ledger_account a USING (id) ORDER BY a.id FOR UPDATE OF a),
    moved AS (
        UPDATE ledger_account a SET in_minor = a.in_minor + held.arrived, out_minor = a.out_minor + held.gone
        FROM held WHERE held.id = a.id)
    INSERT INTO ledger_posting (id, created_at, transaction_id, position, source_id, destination_id, amount_minor)
    SELECT p.id, made.created_at, made.id, p.position, s.id, d.id, p.minor
    FROM made, unnest(%s::uuid[], %s::int[], %s::text[], %s::text[], %s::bigint[]) AS p (id, position, source, destination, minor)
    JOIN moves s ON s.code = p.source JOIN moves d ON d.code = p.destination
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
        if not _write(made, moved, currency):
            twin = Transaction.objects.filter(key=key).first()
            if twin is None:
                _open_accounts(moved, currency)
                twin = None if _write(made, moved, currency) else Transaction.objects.get(key=key)
            if twin is not None:
                return _same(twin, digest)
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


def _write(made: Transaction, legs: Sequence[Leg], currency: str) -> bool:
    """Write it with its postings and bring the sums of its accounts along, unless its key is taken or one is not there."""
    made.created_at = timezone.now()
    arrived, gone = Counter[str](), Counter[str]()
    for leg in legs:
        arrived[leg.destination] += leg.minor
        gone[leg.source] += leg.minor
    codes = _codes(legs)
    values: list[Any] = [codes, [arrived[code] for code in codes], [gone[code] for code in codes], currency]
    values += [made.pk, made.created_at, made.key, made.code, made.content_hash, made.reference, made.description]
    values += [made.at, made.mac, made.reverses_id, len(codes), [new_id() for _ in legs], list(range(len(legs)))]
    values += [[leg.source for leg in legs], [leg.destination for leg in legs], [leg.minor for leg in legs]]
    return bool(run(WRITE, *values))


def _open_accounts(legs: Sequence[Leg], currency: str) -> None:
    rows = [Account(code=code, kind=kind_of(code), currency=currency) for code in _codes(legs)]
    Account.objects.bulk_create(rows, ignore_conflicts=True)


def _codes(legs: Sequence[Leg]) -> list[str]:
    return sorted({code for leg in legs for code in (leg.source, leg.destination)})


def _same(made: Transaction, digest: str) -> Transaction:
    if made.content_hash != digest:
        raise KeyConflict(f"{made.key} was posted before with other amounts. Nothing was posted now.")
    return made
