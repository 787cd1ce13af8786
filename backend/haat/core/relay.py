"""The relay: carries due jobs from the outbox to the broker. It may repeat itself; the worker does not.

What nobody works on yet waits in the database, not in the broker: only so does a long wait not look like a loss, and a
job that is sent again for being lost would make the wait of all others longer, until nothing else was sent.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from kombu.exceptions import ChannelError

from haat.core import clock
from haat.core.jobs import envelope_of
from haat.core.models import Job

if TYPE_CHECKING:
    from celery import Celery

BATCH = 200
IN_BROKER_MAX = 200  # tasks that wait for a worker; the others stay in the outbox
FEW = 20  # with no more waiting than that, what was sent long ago and is not done was lost
REDELIVER_AFTER = timedelta(seconds=30)
REDELIVER_BUSY_AFTER = timedelta(minutes=5)


def relay_once(app: Celery, *, waiting: int) -> int:
    """Publish one batch of due jobs and return how many. Marked before sending: a crash delays, it does not lose.

    `waiting` is how many tasks the broker holds that no worker has taken.
    """
    room = min(BATCH, IN_BROKER_MAX - waiting)
    if room <= 0:
        return 0
    at = clock.now()
    patience = REDELIVER_AFTER if waiting <= FEW else REDELIVER_BUSY_AFTER
    unsent = Q(published_at=None) | Q(published_at__lt=at - patience)
    with transaction.atomic():
        rows = list(
            Job.objects.select_for_update(skip_locked=True)
            .filter(unsent, done_at=None, failed_at=None, available_at__lte=at)
            .filter(Q(locked_until=None) | Q(locked_until__lt=at))
            .order_by("available_at", "id")[:room],
        )
        Job.objects.filter(pk__in=[row.pk for row in rows]).update(published_at=at)
    for row in rows:
        app.send_task(row.name, kwargs={"job_id": row.pk, "envelope": envelope_of(row)})
    return len(rows)


def in_broker(app: Celery) -> int:
    """How many tasks wait in the broker: none in a queue that is not there, as Valkey has it with an empty one."""
    with app.connection_or_acquire() as connection:
        try:
            found = connection.default_channel.queue_declare(app.conf.task_default_queue, passive=True)
        except ChannelError:
            return 0
    return int(found.message_count)
