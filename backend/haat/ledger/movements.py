"""What changed the accounts of one kind, posting by posting: who looks after them decides which are done with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef

from haat.ledger.models import Posting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime
    from uuid import UUID

CHUNK = 5_000
SIDES = (("source", "destination", 1), ("destination", "source", -1))  # liabilities grow where they are the source


@dataclass(frozen=True, slots=True)
class Movement:
    """One posting on an account of a liability: what it changed of what is owed, and the account on its other side."""

    transaction_id: UUID
    key: str
    code: str
    reference: str
    description: str
    at: datetime
    owner: str
    currency: str
    other: str
    minor: int


def movements(
    *, kind: str, done: Any, owners: Collection[Any] | None = None, written_after: datetime | None = None,
    references: Collection[str] | None = None,
) -> Iterator[Movement]:  # fmt: skip
    """Postings on `kind:<owner>` of transactions that the queryset `done` does not name (by `transaction_id`)."""
    is_done = Exists(done.filter(transaction_id=OuterRef("transaction_id")))
    for near, far, sign in SIDES:
        rows = Posting.objects.filter(~is_done)
        if owners is None:
            rows = rows.filter(**{f"{near}__code__startswith": kind})
        else:
            rows = rows.filter(**{f"{near}__code__in": [f"{kind}{owner}" for owner in owners]})
        if written_after is not None:
            rows = rows.filter(transaction__created_at__gt=written_after)
        if references is not None:
            rows = rows.filter(transaction__reference__in=list(references))
        names = (
            "transaction_id", "transaction__key", "transaction__code", "transaction__reference", "transaction__description",
            "transaction__at", f"{near}__code", f"{near}__currency", f"{far}__code", "amount_minor",
        )  # fmt: skip
        for row in rows.order_by().values_list(*names).iterator(CHUNK):
            made, key, code, reference, text, at, account, currency, other, minor = row
            owner = account.partition(":")[2]
            yield Movement(made, key, code, reference, text, at, owner, currency, other, sign * minor)
