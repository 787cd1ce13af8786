"""The sealing task: links the transactions of a brand into a chain, after their commit and never in their way.

What is unsealed is found by the absence of a seal, as in the audit log (docs/adr/0020, 0030).
"""

from __future__ import annotations

import logging
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction as database
from django.db.models import Exists, OuterRef

from haat.core.db import connection
from haat.core.macs import GENESIS
from haat.ledger import canon
from haat.ledger.canon import Said
from haat.ledger.models import LedgerSeal, Posting, Transaction
from haat.tenancy import services as tenancy
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

log = logging.getLogger(__name__)

BATCH = 2_000
LATE = timedelta(hours=1)  # how far behind the newest seal the quick look goes; a transaction open for longer waits


@database.atomic
def seal(*, everything: bool = False) -> int:
    """Seal what the active brand has posted, oldest first; returns how many. One at a time a brand.

    With `everything` all of the books is searched for what has no seal, not only what is newer than LATE.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"ledger.seal:{connection.schema_name}"])
    last = LedgerSeal.objects.order_by("-position").first()
    rows = list(unsealed(since=None if everything or last is None else last.created_at - LATE)[:BATCH])
    if last is not None:  # only a chain that has not begun takes what was posted before there were hashes
        rows = [row for row in rows if row.mac]
    if not rows:
        return 0
    seals = _links(rows, last)
    LedgerSeal.objects.bulk_create(seals)
    note_end(seals[-1].position, seals[-1].hash)
    return len(seals)


def note_end(position: int, digest: str) -> None:
    """Keep the end of the chain outside of the brand. Logs leave the machine: they can be held against it too."""
    brand = active_brand()
    mac = canon.head(brand_id=str(brand.pk), position=position, hash=digest)
    with public_scope():
        tenancy.note_ledger_head(brand_id=brand.pk, position=position, hash=digest, mac=mac)
    log.info("books of %s sealed up to %s %s", brand.slug, position, digest)


def unsealed(*, since: datetime | None) -> QuerySet[Transaction]:
    """Transactions without a seal, oldest first; keys are time-ordered, so `since` is a range of the primary key."""
    rows = Transaction.objects.filter(~Exists(LedgerSeal.objects.filter(transaction_id=OuterRef("pk")))).order_by("pk")
    return rows if since is None else rows.filter(pk__gte=UUID(int=int(since.timestamp() * 1000) << 80))


def postings_of(ids: Iterable[UUID]) -> dict[UUID, list[Said]]:
    """The postings of some transactions as they stand, in their order."""
    found: dict[UUID, list[Said]] = defaultdict(list)
    rows = Posting.objects.filter(transaction_id__in=list(ids)).order_by("transaction_id", "position")
    names = ("position", "source__code", "destination__code", "amount_minor", "source__currency")
    for owner, *said in rows.values_list("transaction_id", *names):
        found[owner].append(Said(*said))
    return found


def _links(rows: list[Transaction], last: LedgerSeal | None) -> list[LedgerSeal]:
    previous, position = (last.hash, last.position) if last else (GENESIS, 0)
    said, found = postings_of(row.pk for row in rows), []
    for number, row in enumerate(rows, start=position + 1):
        legs = said[row.pk]
        content = canon.content(row, legs, like=row.mac)
        one = LedgerSeal(position=number, transaction_id=row.pk, postings=len(legs), content=content)
        one.hash = previous = canon.link(one, previous=previous)
        found.append(one)
    return found
