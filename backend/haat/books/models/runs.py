"""One comparison with the provider: which stretch of time was asked for, and how it ended."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import Entity


class ReconRun(Entity):
    since = models.DateTimeField()
    until = models.DateTimeField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    looked_at: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)  # how many of each
    healed = models.PositiveIntegerField(default=0)  # what the provider knew and we did not, until this run
    failure = models.CharField(max_length=300, blank=True)
    account = models.CharField(max_length=60, blank=True)  # the key id that was asked with

    class Meta:
        indexes = [models.Index(fields=["-started_at"], name="books_run_newest")]

    @property
    def took_seconds(self) -> Any:
        return (self.finished_at - self.started_at).total_seconds() if self.finished_at else None
