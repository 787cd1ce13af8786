"""What a person may do with an import: check it, run it, hold it, go on, end it, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, OperationalError, connection, transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.core.errors import NotNow
from haat.imports.models import Import
from haat.imports.queries.imports import actions_of
from haat.imports.services.expiring import drop_file
from haat.imports.services.upload import as_facts

if TYPE_CHECKING:
    from datetime import datetime

S = Import.Status
NEXT = {"check": S.CHECKING, "run": S.RUNNING, "undo": S.UNDOING, "stop": S.STOPPED}


WAIT_MS = 5_000  # a chunk takes far less; reading a large file takes longer


class AnotherRuns(NotNow):
    code = "another_import_runs"


def move(*, row: Import, verb: str, at: datetime) -> Import:
    """Do one of `actions_of`. Raises NotNow for another, AnotherRuns while a file of the same shop is written."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = {WAIT_MS}")
            row = Import.objects.select_for_update(of=("self",)).get(pk=row.pk)
            if verb not in actions_of(row):
                raise NotNow(f"“{row.file_name}” is {row.status.replace('_', ' ')}; that cannot be done now.")
            _step(row, verb, at)
            audit.record(f"import.{PAST[verb]}", row, after=as_facts(row))
    except IntegrityError:
        raise AnotherRuns("Another file of this shop is being written. Wait until it is done, or stop it.") from None
    except OperationalError as wrong:
        if "lock timeout" not in str(wrong):
            raise
        raise NotNow("The file is being read right now. Try again in some seconds.") from None
    return row


PAST = {
    "check": "checked", "run": "started", "pause": "paused", "resume": "resumed", "stop": "stopped", "undo": "undone",
    "discard": "discarded",
}  # fmt: skip


def _step(row: Import, verb: str, at: datetime) -> None:
    if verb == "discard":
        drop_file(row)
        row.status, row.ended_at = S.STOPPED, at
    elif verb == "pause":
        row.status = S.PAUSED if row.status == S.RUNNING else S.MAPPED
    elif verb == "resume":
        row.status, row.began_at, row.resumed_at_row = S.RUNNING, at, row.done_rows
    else:
        row.status = NEXT[verb]
        if verb == "stop":
            row.ended_at = at
        else:
            _from_the_start(row, at)
    row.save()
    if row.status in {S.CHECKING, S.RUNNING, S.UNDOING}:
        jobs.enqueue("imports.work", import_id=row.pk)


def _from_the_start(row: Import, at: datetime) -> None:
    row.at_row, row.done_rows, row.resumed_at_row, row.began_at, row.ended_at, row.failure = 0, 0, 0, at, None, ""
    if row.status == S.CHECKING:
        row.rows, row.checked, row.unknown = 0, {}, {}
    elif row.status == S.RUNNING:
        row.done = {}
    else:
        row.undone = {}
