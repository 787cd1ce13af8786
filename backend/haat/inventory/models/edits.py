"""What a bulk edit changed, so that it can be taken back for a moment."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import Entity


class BulkEdit(Entity):
    """`changes` has one entry an offer: figures before and after, and the movement that its count made."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    changes: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField()
