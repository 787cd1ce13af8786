"""Reads of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.imports.models import Import

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller

S = Import.Status
AT_WORK = (S.CHECKING, S.RUNNING, S.UNDOING)
WRITTEN = (S.RUNNING, S.PAUSED, S.STOPPED, S.DONE, S.FAILED, S.UNDOING, S.ROLLED_BACK)


def imports(*, seller: Seller | None, status: str = "") -> QuerySet[Import]:
    """A seller's own; without a seller all of the brand. Newest first."""
    rows = Import.objects.select_related("seller")
    if seller is not None:
        rows = rows.filter(seller=seller)
    if status:
        rows = rows.filter(status=status)
    return rows.order_by("-created_at", "-pk")


def one(*, seller: Seller | None, import_id: UUID | str) -> Import:
    """Raises NotFound, also for another seller's."""
    found = imports(seller=seller).filter(pk=import_id).first()
    if found is None:
        raise NotFound("There is no such import of yours.")
    return found


def at_work(*, seller: Seller | None) -> QuerySet[Import]:
    """What runs now or waits for a person, for the sign that follows one through the portal."""
    rows = imports(seller=seller)
    return (
        rows.filter(status__in=[*AT_WORK, S.PAUSED])
        if seller
        else rows.filter(status__in=[*AT_WORK, S.PAUSED], seller=None)
    )


def is_last(row: Import) -> bool:
    """Whether nothing was written after it for the same shop: only the last import is rolled back."""
    later = Import.objects.filter(seller=row.seller_id, created_at__gt=row.created_at, status__in=WRITTEN)
    return not later.exclude(status=S.ROLLED_BACK).exclude(done={}).exists()


def actions_of(row: Import) -> list[str]:
    """What its owner may do now."""
    status = row.status
    found: list[str] = []
    if status in {S.UPLOADED, S.MAPPED, S.CHECKED}:
        found += ["map"]
    if status in {S.MAPPED, S.CHECKED}:
        found += ["check"]
    if status == S.CHECKED and row.checked.get("create", 0) + row.checked.get("change", 0) > 0:
        found += ["run"]
    if status in {S.RUNNING, S.CHECKING}:
        found += ["pause"]
    if status == S.PAUSED:
        found += ["resume", "stop"]
    if status in {S.UPLOADED, S.MAPPED, S.CHECKED}:
        found += ["discard"]
    has_written = row.done.get("create", 0) + row.done.get("change", 0) > 0
    if status in {S.DONE, S.STOPPED, S.FAILED} and has_written and row.file and is_last(row):
        found += ["undo"]
    return found


def tempo(row: Import, *, at: datetime) -> tuple[int | None, int | None]:
    """Rows a second and seconds that remain, while it works."""
    if row.status not in AT_WORK or row.began_at is None:
        return None, None
    passed = (at - row.began_at).total_seconds()
    done = row.done_rows - row.resumed_at_row
    if passed < 1 or done <= 0:
        return None, None
    rate = done / passed
    return max(int(rate), 1), int(max(total_of(row) - row.done_rows, 0) / rate)


def total_of(row: Import) -> int:
    """Rows that the phase that runs has to go through."""
    if row.status in {S.UNDOING, S.ROLLED_BACK}:
        return row.done.get("create", 0) + row.done.get("change", 0)
    return row.rows
