"""Keeping who is in which collection in line with rules, items and the passing of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.core import jobs
from haat.search.engine import engine
from haat.search.services.indexing import index

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

BATCH = 500
ROUNDS_MAX = 1_000


def follow_collection(*, collection_id: UUID, at: datetime, turn: int = 0) -> int:
    """Write the documents anew that do not say yet whether they are in; a full batch asks for the next one."""
    row = catalog.collections().filter(pk=collection_id).first()
    items = catalog.items_of(collection_id) if row and not row.rule else []
    strayed = engine().strayed(collection_id, row.rule if row else {}, items, at=at, limit=BATCH)
    index(strayed)
    if len(strayed) == BATCH and turn < ROUNDS_MAX:
        jobs.enqueue("search.follow_collection", collection_id=collection_id, turn=turn + 1)
    return len(strayed)


def follow_days(*, at: datetime) -> int:
    """Collections of what is new: some of it is not new any more."""
    dated = [
        row.pk
        for row in catalog.ruled_collections()
        if any(one["field"] == "newness" for one in catalog_services.conditions(row.rule))
    ]
    return sum(follow_collection(collection_id=pk, at=at) for pk in dated)
