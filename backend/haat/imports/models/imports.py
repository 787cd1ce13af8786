"""One file of goods and how far it has come."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Import(Entity):
    """A file that a seller or the brand's staff (no seller) sent. `at_row` is the last row that is done with.

    `checked` and `done` count rows by outcome: {"create", "change", "unchanged", "refused"}.
    """

    class Status(models.TextChoices):
        UPLOADED = "uploaded"
        MAPPED = "mapped"
        CHECKING = "checking"
        CHECKED = "checked"
        RUNNING = "running"
        PAUSED = "paused"
        STOPPED = "stopped"
        DONE = "done"
        FAILED = "failed"
        UNDOING = "undoing"
        ROLLED_BACK = "rolled_back"

    seller: models.ForeignKey[Any, Any] = models.ForeignKey(
        "sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+"
    )
    user_id = models.UUIDField(null=True)  # who sent it; nobody, where a command did
    file_name = models.CharField(max_length=120)
    file = models.CharField(max_length=200)  # among the private files; empty once it was thrown away
    file_bytes = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    layout: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    header: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    preview: models.JSONField[list[list[str]], list[list[str]]] = models.JSONField(default=list)
    notes: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # what its sender should know
    columns: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # our name for each of its own
    options: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    is_remembered = models.BooleanField(default=False)  # the columns are those of an earlier file
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.UPLOADED)
    rows = models.PositiveIntegerField(default=0)
    at_row = models.PositiveIntegerField(default=0)
    done_rows = models.PositiveIntegerField(default=0)
    checked: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    done: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    undone: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    unknown: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)  # categories, how often
    failure = models.TextField(blank=True)
    began_at = models.DateTimeField(null=True)  # of the phase that runs, or ran last
    ended_at = models.DateTimeField(null=True)
    resumed_at_row = models.PositiveIntegerField(default=0)  # where the clock of `began_at` started

    class Meta:
        indexes = [models.Index(fields=["seller", "-created_at"], name="imports_import_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["seller"],
                condition=Q(status__in=["running", "undoing"]),
                nulls_distinct=False,
                name="imports_import_one_at_work",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
