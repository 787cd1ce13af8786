"""The cells of a file, kept so that every step can begin at any row."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.imports.models.imports import Import


class Row(models.Model):
    """One row as it was read. `key` and `sku` are what groups rows; `faults` maps a column's place to a kept sentence."""

    id = models.BigAutoField(primary_key=True)
    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()  # from 1
    line = models.PositiveIntegerField()  # where it begins in the file
    key = models.CharField(max_length=200, blank=True)
    sku = models.CharField(max_length=100, blank=True)
    cells: models.JSONField[list[str], list[str]] = models.JSONField()
    faults: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["of", "key", "number"], name="imports_row_group"),
            models.Index(fields=["of", "sku"], name="imports_row_sku"),
        ]
        constraints = [models.UniqueConstraint(fields=["of", "number"], name="imports_row_once")]
