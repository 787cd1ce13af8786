"""Dropping what the machinery no longer needs, of all brands: jobs done long ago, answers that nobody asks for again.

Runs in the relay, the only role that sees the rows of everybody.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core.models import IdempotencyKey, Job

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

BATCH = 2_000  # rows a statement: the relay's own work waits meanwhile
JOBS_KEPT = timedelta(days=14)
ANSWERS_KEPT = timedelta(days=30)


def tidy(*, at: datetime) -> int:
    """Drop one batch of each kind and return how many rows there were. What failed is kept until somebody looks."""
    done = Job.objects.filter(done_at__lt=at - JOBS_KEPT)
    answers = IdempotencyKey.objects.filter(created_at__lt=at - ANSWERS_KEPT)
    return _drop(done) + _drop(answers)


def _drop(rows: QuerySet[Any]) -> int:
    """The oldest first, which are at the beginning of the primary key. A look that finds few reads the table once."""
    oldest = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return rows.model.objects.filter(pk__in=oldest).delete()[0] if oldest else 0
