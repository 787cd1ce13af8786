"""The relay: carries due jobs from the outbox to the broker. It may repeat itself; the worker does not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from haat.core import clock
from haat.core.jobs import envelope_of
from haat.core.models import Job

if TYPE_CHECKING:
    from celery import Celery

BATCH = 200
REDELIVER_AFTER = timedelta(seconds=30)  # a job that was sent and is not done by then is sent again


def relay_once(app: Celery) -> int:
    """Publish one batch of due jobs and return how many. Marked before sending: a crash delays, it does not lose."""
    at = clock.now()
    unsent = Q(published_at=None) | Q(published_at__lt=at - REDELIVER_AFTER)
    with transaction.atomic():
        rows = list(
            Job.objects.select_for_update(skip_locked=True)
            .filter(unsent, done_at=None, failed_at=None, available_at__lte=at)
            .filter(Q(locked_until=None) | Q(locked_until__lt=at))
            .order_by("available_at", "id")[:BATCH],
        )
        Job.objects.filter(pk__in=[row.pk for row in rows]).update(published_at=at)
    for row in rows:
        app.send_task(row.name, kwargs={"job_id": row.pk, "envelope": envelope_of(row)})
    return len(rows)
