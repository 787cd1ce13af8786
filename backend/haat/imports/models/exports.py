"""Files of goods that somebody asked for."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import Entity


class Export(Entity):
    """A file being written, or there to be fetched: goods, or the results of an import."""

    class Status(models.TextChoices):
        ASKED = "asked"
        READY = "ready"
        FAILED = "failed"

    seller: models.ForeignKey[Any, Any] = models.ForeignKey(
        "sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+"
    )
    of = models.ForeignKey("imports.Import", on_delete=models.CASCADE, null=True, related_name="+")
    user_id = models.UUIDField()
    format = models.CharField(max_length=4)  # csv, xlsx
    filters: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    status = models.CharField(max_length=6, choices=Status.choices, default=Status.ASKED)
    rows = models.PositiveIntegerField(default=0)
    file = models.CharField(max_length=200, blank=True)
    failure = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["seller", "-created_at"], name="imports_export_newest")]

    def __str__(self) -> str:
        return f"export {self.pk}"
