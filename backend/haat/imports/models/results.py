"""What became of each row."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.imports.models.imports import Import


class Result(models.Model):
    """One row's outcome in one phase. `trace` is what it changed, for taking it back."""

    class Phase(models.TextChoices):
        CHECK = "check"
        RUN = "run"
        UNDO = "undo"

    id = models.BigAutoField(primary_key=True)
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="+")
    phase = models.CharField(max_length=5, choices=Phase.choices)
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=9)  # create, change, unchanged, refused
    column = models.CharField(max_length=40, blank=True)
    message = models.TextField(blank=True)
    told: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=models.Value([], models.JSONField())
    )  # the message in codes and parameters, for other languages
    trace: models.JSONField[Any, Any] = models.JSONField(null=True)

    class Meta:
        indexes = [models.Index(fields=["of", "phase", "outcome", "number"], name="imports_result_by_outcome")]
        constraints = [models.UniqueConstraint(fields=["of", "phase", "number"], name="imports_result_once")]
