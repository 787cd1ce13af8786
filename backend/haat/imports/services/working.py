"""The work of an import, chunk by chunk: each is a transaction with its results and the place where the next begins.

A worker that dies loses its chunk and nothing else: the job is given out again and goes on from that place. Two
workers with the same job take turns at the row of the import, so no row is done twice.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import clock, jobs
from haat.imports import limits
from haat.imports.formats import Unreadable
from haat.imports.models import Import, Result, Row
from haat.imports.services import results
from haat.imports.services.categories import make_categories, note_unknown
from haat.imports.services.chunk import settle
from haat.imports.services.setting import Setting
from haat.imports.services.staging import stage
from haat.imports.services.stocking import HeldMeanwhile
from haat.imports.services.undoing import undo_chunk
from haat.imports.services.upload import as_facts

if TYPE_CHECKING:
    from uuid import UUID

S = Import.Status
STRETCH_SECONDS = 20.0  # far below the two minutes that a job may hold its claim
PHASES = {S.CHECKING: Result.Phase.CHECK, S.RUNNING: Result.Phase.RUN, S.UNDOING: Result.Phase.UNDO}


def work(*, import_id: UUID | str) -> None:
    """Do as much as fits a stretch, then ask for the next."""
    ends = time.monotonic() + STRETCH_SECONDS
    setting: Setting | None = None
    while time.monotonic() < ends:
        try:
            setting, goes_on = _one(import_id, setting)
        except HeldMeanwhile:
            continue
        except Unreadable as refusal:
            _fail(import_id, refusal.message)
            return
        if not goes_on:
            return
    with transaction.atomic():
        jobs.enqueue("imports.work", import_id=import_id)


@transaction.atomic
def _one(import_id: UUID | str, setting: Setting | None) -> tuple[Setting | None, bool]:
    row = Import.objects.select_for_update(of=("self",)).filter(pk=import_id).first()
    if row is None or row.status not in PHASES:
        return None, False
    if row.status == S.CHECKING and row.rows == 0:
        Result.objects.filter(of=row).delete()
        row.rows = stage(row)
        if row.rows == 0:
            raise Unreadable("There is a header and nothing below it. Fill at least one row.")
        row.save(update_fields=["rows", "updated_at"])
        return None, True
    if row.status == S.UNDOING:
        goes_on = undo_chunk(row)
    else:
        if setting is None:
            setting = Setting(row)
        goes_on = _forward(row, setting)
    if not goes_on:
        _finish(row)
    row.save()
    return setting, goes_on


def _forward(row: Import, setting: Setting) -> bool:
    rows = _next(row)
    if not rows:
        return False
    phase = PHASES[S(row.status)]
    if row.status == S.RUNNING:
        make_categories(rows, setting)
    fates = settle(rows, setting, at=clock.now(), write=row.status == S.RUNNING)
    if row.status == S.CHECKING:
        note_unknown(row, rows, fates, setting)
    results.keep(row, phase, list(fates.values()))
    counts = row.checked if row.status == S.CHECKING else row.done
    for fate in fates.values():
        counts[fate.verb] = counts.get(fate.verb, 0) + 1
    row.done_rows += len(rows)
    row.at_row = min(max(one.number for one in rows[: limits.CHUNK_ROWS]), row.rows)
    return True


def _next(row: Import) -> list[Row]:
    """The next rows, and with them every later row of a product that begins among them."""
    done = Result.objects.filter(of=row, phase=PHASES[S(row.status)], number__gt=row.at_row).values("number")
    ahead = Row.objects.filter(of=row, number__gt=row.at_row).exclude(number__in=done)
    rows = list(ahead.order_by("number")[: limits.CHUNK_ROWS])
    keys = {one.key for one in rows if one.key}
    if rows and keys:
        more = ahead.filter(key__in=keys, number__gt=rows[-1].number).order_by("number")
        rows += list(more[: limits.CHUNK_ROWS * 10])
    return rows


def _finish(row: Import) -> None:
    row.ended_at = clock.now()
    if row.status == S.CHECKING:
        row.status = S.CHECKED
    elif row.status == S.RUNNING:
        row.status = S.DONE
        audit.record("import.done", row, after=as_facts(row) | row.done)
    else:
        row.status = S.ROLLED_BACK
        audit.record("import.rolled_back", row, after=as_facts(row) | row.undone)


@transaction.atomic
def _fail(import_id: UUID | str, sentence: str) -> None:
    row = Import.objects.select_for_update(of=("self",)).get(pk=import_id)
    row.status, row.failure, row.ended_at = S.FAILED, sentence, clock.now()
    row.save(update_fields=["status", "failure", "ended_at", "updated_at"])
