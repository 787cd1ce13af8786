"""Work after the commit: `@job` names a handler, `enqueue` writes it to the outbox, the worker runs it once."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from celery import shared_task
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string

from haat.core import clock, context
from haat.core.adding import add_all
from haat.core.crypto import SEALED, seal, unseal
from haat.core.db import connection
from haat.core.logs import scrub
from haat.core.models import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

log = logging.getLogger(__name__)

ENVELOPE_VERSION = 1
ATTEMPTS_MAX = 12
ATTEMPTS_COUNTED_MAX = 30_000  # of a round that waits for a provider for days; the column holds no more
BACKOFF_SECONDS_MAX = 3600
PERIODIC = "periodic"  # the unique key of what the beat asks for
PERIODIC_BACKOFF_SECONDS_MAX = 20  # while it waits, the beat asks for no other: one bad row must not slow the rounds
CLAIM = timedelta(minutes=2)
PURPOSE = "core.job.payload"


class RefusedTask(Exception):
    """A task without a proper envelope: it would run in no brand, or in the wrong one."""


class RetryLater(Exception):
    """Raised by a handler whose provider is out: the job stays and tries again, without being an error of ours."""


@dataclass(frozen=True, slots=True)
class Handler:
    run: Callable[..., None]
    external: bool  # talks to the network: runs outside a transaction and must be repeatable
    platform: bool  # belongs to no brand


handlers: dict[str, Handler] = {}


def job(
    name: str, *, external: bool = False, platform: bool = False
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a handler under a stable name, as a Celery task of that name."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        handlers[name] = Handler(function, external, platform)
        shared_task(name=name)(_task_of(name))
        return function

    return register


def _task_of(name: str) -> Callable[..., None]:
    def task(job_id: int | None = None, envelope: dict[str, Any] | None = None) -> None:
        execute(name, job_id, envelope)

    return task


def enqueue(
    name: str,
    *,
    at: datetime | None = None,
    unique_key: str | None = None,
    private: Mapping[str, Any] | None = None,
    **payload: Any,
) -> None:
    """Ask for a job in the current transaction and brand. `at` delays it; a pending `unique_key` is not repeated.

    `private` are arguments about a person: sealed in the row, given to the handler like the others.
    """
    row = _row(name, at=at, unique_key=unique_key, private=private, payload=payload)
    add_all([row], unless_there=unique_key is not None)


def enqueue_all(names: Sequence[str], *, private: Mapping[str, Any], **payload: Any) -> None:
    """Ask for several jobs with the same arguments at once."""
    add_all([_row(name, at=None, unique_key=None, private=private, payload=payload) for name in names])


def _row(
    name: str,
    *,
    at: datetime | None,
    unique_key: str | None,
    private: Mapping[str, Any] | None,
    payload: dict[str, Any],
) -> Job:
    here = context.current()
    return Job(
        brand_id=current_brand_id(),
        name=name,
        payload={
            key: str(value) if not isinstance(value, (int, bool, list, dict, type(None))) else value
            for key, value in payload.items()
        }
        | (seal(dict(private), purpose=PURPOSE) if private else {}),
        actor=here.actor.as_dict(),
        request_id=here.request_id,
        address=here.address,
        available_at=at or clock.now(),
        unique_key=unique_key,
    )


def current_brand_id() -> UUID | None:
    return getattr(connection.tenant, "id", None)


def envelope_of(row: Job) -> dict[str, Any]:
    """What travels with a task: brand, actor, request, its address and the version of this form."""
    return {
        "version": ENVELOPE_VERSION,
        "brand": str(row.brand_id) if row.brand_id else None,
        "actor": row.actor,
        "request_id": row.request_id,
        "address": row.address,
    }


def execute(name: str, job_id: int | None, envelope: dict[str, Any] | None) -> None:
    """Run one job in its brand. Raises RefusedTask without an envelope or with the brand missing."""
    handler = handlers.get(name)
    if handler is None or job_id is None or not envelope or envelope.get("version") != ENVELOPE_VERSION:
        raise RefusedTask(f"{name}: no job and envelope of version {ENVELOPE_VERSION} came with the task.")
    if (envelope.get("brand") is None) != handler.platform:
        raise RefusedTask(f"{name}: {'a platform' if handler.platform else 'a brand'} task needs its own envelope.")
    actor = context.Actor(**envelope["actor"])
    here = context.Context(envelope["request_id"], actor, envelope.get("address", ""))
    with context.use(here), _scope(envelope["brand"]):
        try:
            (_run_external if handler.external else _run)(handler, job_id)
        except RetryLater as reason:
            _put_back(job_id, str(reason), final=False)
        except Exception as error:
            log.exception("job %s %s failed", name, job_id)
            _put_back(job_id, f"{type(error).__name__}: {error}", final=True)


def arguments(row: Job) -> dict[str, Any]:
    """What the handler is called with."""
    plain = {name: value for name, value in row.payload.items() if name != SEALED}
    private: dict[str, Any] = unseal(row.payload, purpose=PURPOSE) if SEALED in row.payload else {}
    return plain | private


def _scope(brand_id: str | None) -> AbstractContextManager[Any]:
    if brand_id is None:
        return nullcontext()
    scope: AbstractContextManager[Any] = import_string(settings.HAAT_BRAND_SCOPE)(brand_id)
    return scope


def _run(handler: Handler, job_id: int) -> None:
    with transaction.atomic():
        row = Job.objects.select_for_update(skip_locked=True).filter(pk=job_id, done_at=None, failed_at=None).first()
        if row is None:
            return
        handler.run(**arguments(row))
        Job.objects.filter(pk=job_id).update(done_at=clock.now(), attempts=F("attempts") + 1)


def _run_external(handler: Handler, job_id: int) -> None:
    at = clock.now()
    free = Q(locked_until=None) | Q(locked_until__lt=at)
    if not Job.objects.filter(free, pk=job_id, done_at=None, failed_at=None).update(locked_until=at + CLAIM):
        return
    handler.run(**arguments(Job.objects.get(pk=job_id)))
    Job.objects.filter(pk=job_id).update(done_at=clock.now(), locked_until=None, attempts=F("attempts") + 1)


def _put_back(job_id: int, reason: str, *, final: bool) -> None:
    """Keep the job for another try; after the last one it stands as failed, for people to see."""
    with transaction.atomic():
        row = Job.objects.select_for_update().filter(pk=job_id, done_at=None).first()
        if row is None:
            return
        row.attempts = min(row.attempts + 1, ATTEMPTS_COUNTED_MAX)
        row.last_error, row.published_at, row.locked_until = scrub(reason)[:2000], None, None
        most = PERIODIC_BACKOFF_SECONDS_MAX if row.unique_key == PERIODIC else BACKOFF_SECONDS_MAX
        row.available_at = clock.now() + timedelta(seconds=min(2 ** min(row.attempts, ATTEMPTS_MAX), most))
        row.failed_at = clock.now() if final and row.attempts >= ATTEMPTS_MAX else None
        row.save(update_fields=["attempts", "last_error", "published_at", "locked_until", "available_at", "failed_at"])
