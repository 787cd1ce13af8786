"""What somebody said about the columns of such a file before."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import Entity


class Mapping(Entity):
    """Columns and answers for files with the same header, of one seller or of the brand's staff."""

    seller: models.ForeignKey[Any, Any] = models.ForeignKey(
        "sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=64)
    columns: models.JSONField[list[str], list[str]] = models.JSONField()
    options: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "fingerprint"], nulls_distinct=False, name="imports_mapping_once"
            ),
        ]
