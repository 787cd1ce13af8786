"""Differences that stay: people are written to about each once, and again when it came back after it was gone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.books.models import ReconBreak

if TYPE_CHECKING:
    from datetime import datetime

TOLD_AFTER = timedelta(hours=1)  # most end themselves with the next comparisons
TAKEN_MAX = 500


def take_alarms(*, at: datetime) -> list[ReconBreak]:
    """What is open for so long that people are to hear of it, oldest first. Nobody else gets these again."""
    with transaction.atomic():
        rows = ReconBreak.objects.select_for_update(skip_locked=True).filter(
            state=ReconBreak.State.OPEN, told_at=None, found_at__lte=at - TOLD_AFTER
        )
        found = list(rows.order_by("found_at", "pk")[:TAKEN_MAX])
        ReconBreak.objects.filter(pk__in=[row.pk for row in found]).update(told_at=at)
    return found
