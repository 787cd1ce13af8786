"""Statements: every change of one account with the balance after it, page by page, however long it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from haat.core.db import connection
from haat.ledger.chart import GROWS_BY_DEBIT
from haat.ledger.models import Account, Transaction

if TYPE_CHECKING:
    from datetime import datetime

# One walk over the account's own postings by their indexes; the balance runs over all of them, the page is cut after.
RUNNING = """
WITH change AS (
    SELECT transaction_id, sum(CASE WHEN destination_id = %(account)s THEN amount_minor ELSE -amount_minor END) AS minor
    FROM ledger_posting WHERE destination_id = %(account)s OR source_id = %(account)s GROUP BY transaction_id
), line AS (
    SELECT made.id, made.at, {kept}change.minor, sum(change.minor) OVER (ORDER BY made.at, made.id) AS balance
    FROM change JOIN ledger_transaction made ON made.id = change.transaction_id
)
SELECT {given} FROM line
WHERE (%(since)s::timestamptz IS NULL OR at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR at < %(until)s)
ORDER BY at DESC, id DESC LIMIT %(limit)s OFFSET %(offset)s
"""
LINES = RUNNING.format(kept="", given="id, minor, balance, count(*) OVER ()")
PLAIN = RUNNING.format(
    kept="made.code, made.reference, made.description, ",
    given="at, code, reference, description, %(sign)s * minor::bigint, %(sign)s * balance::bigint",
)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One event as one account saw it: `change_minor` in the account's own sense, `balance_minor` after it."""

    transaction: Transaction
    change_minor: int
    balance_minor: int


@dataclass(frozen=True, slots=True)
class StatementPage:
    lines: list[StatementLine] = field(default_factory=list)
    total: int = 0


class PlainLine(NamedTuple):
    """The same without its postings, for a file of very many."""

    at: datetime
    code: str
    reference: str
    description: str
    change_minor: int
    balance_minor: int


def statement(
    code: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> StatementPage:
    """Events of one account, the newest first, each with its postings and the balance it led to."""
    account = Account.objects.filter(code=code).first()
    if account is None:
        return StatementPage()
    asked: dict[str, Any] = {"account": account.pk, "since": since, "until": until, "limit": limit, "offset": offset}
    with connection.cursor() as cursor:
        cursor.execute(LINES, asked)
        rows = cursor.fetchall()
    made = Transaction.objects.prefetch_related("postings__source", "postings__destination").in_bulk(
        [row[0] for row in rows]
    )
    sign = _sign(account)
    lines = [StatementLine(made[pk], sign * int(minor), sign * int(balance)) for pk, minor, balance, _ in rows]
    if not rows and offset:  # past the end: how many there are is still an answer
        return StatementPage([], statement(code, since=since, until=until, limit=1).total)
    return StatementPage(lines, rows[0][3] if rows else 0)


def plain_statement(
    code: str, *, since: datetime | None = None, until: datetime | None = None, limit: int
) -> list[PlainLine]:
    """The newest `limit` events of one account without their postings: 100,000 of them in less than two seconds."""
    account = Account.objects.filter(code=code).first()
    if account is None:
        return []
    asked = {"account": account.pk, "since": since, "until": until, "limit": limit, "offset": 0, "sign": _sign(account)}
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, asked)
        return [PlainLine(*row) for row in cursor.fetchall()]


def _sign(account: Account) -> int:
    """What makes a change of it positive when the account grows."""
    return 1 if account.kind in GROWS_BY_DEBIT else -1
