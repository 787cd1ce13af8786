"""The sealing task: links the entries of a brand into a chain, after their commit and never in their way.

What is unsealed is found by the absence of a seal, not by a mark in time: a transaction that commits late is
sealed late, and none is passed over (docs/adr/0020).
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from haat.audit import canon
from haat.audit.models import AuditEntry, AuditSeal
from haat.core.db import connection
from haat.tenancy import services as tenancy
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

log = logging.getLogger(__name__)

BATCH = 2_000
LATE = timedelta(hours=1)  # how far behind the newest seal the quick look goes; a transaction open for longer waits


@transaction.atomic
def seal(*, everything: bool = False) -> int:
    """Seal what the active brand has written, oldest first; returns how many. One at a time a brand.

    With `everything` the whole log is searched for entries without a seal, not only what is newer than LATE.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"audit.seal:{connection.schema_name}"])
    last = AuditSeal.objects.order_by("-position").first()
    entries = list(unsealed(since=None if everything or last is None else last.created_at - LATE)[:BATCH])
    if last is not None:  # only a chain that has not begun takes entries from before there were hashes
        entries = [entry for entry in entries if entry.mac]
    if not entries:
        return 0
    seals = _links(entries, last)
    AuditSeal.objects.bulk_create(seals)
    brand = active_brand()
    end = seals[-1]
    with public_scope():
        tenancy.note_seal_head(
            brand_id=brand.pk,
            position=end.position,
            hash=end.hash,
            mac=canon.head(brand_id=str(brand.pk), position=end.position, hash=end.hash),
        )
    # Logs leave the machine: whoever keeps them can hold the database to this line.
    log.info("audit log of %s sealed up to %s %s", brand.slug, end.position, end.hash)
    return len(seals)


def unsealed(*, since: datetime | None) -> QuerySet[AuditEntry]:
    """Entries without a seal, oldest first; keys are time-ordered, so `since` is a range of the primary key."""
    rows = AuditEntry.objects.filter(~Exists(AuditSeal.objects.filter(entry_id=OuterRef("pk")))).order_by("pk")
    return rows if since is None else rows.filter(pk__gte=_first_id(since))


def _links(entries: list[AuditEntry], last: AuditSeal | None) -> list[AuditSeal]:
    previous, position = (last.hash, last.position) if last else (canon.GENESIS, 0)
    found = []
    for position, entry in enumerate(entries, start=position + 1):  # noqa: B020 - counts on from the last seal
        one = AuditSeal(position=position, entry_id=entry.pk, content=canon.content(entry, like=entry.mac))
        one.hash = previous = canon.link(one, previous=previous)
        found.append(one)
    return found


def _first_id(at: datetime) -> UUID:
    """The smallest key of version 7 that could be made at a time: its first 48 bits are milliseconds."""
    return UUID(int=int(at.timestamp() * 1000) << 80)
