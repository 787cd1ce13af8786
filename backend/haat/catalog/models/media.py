"""Pictures."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.catalog.models.products import Product, Variant
from haat.core.models import Entity


class Live(models.Manager["Media"]):
    """Without those that wait for the brand or were taken away: what nobody asked for by name is never shown."""

    def get_queryset(self) -> models.QuerySet[Media]:
        return super().get_queryset().filter(is_live=True)


class Media(Entity):
    """A picture of a product, or of one of its variants.

    `digest` names an upload by its content; it is empty for a file that came with the brand's theme. While an upload is
    processed its `path` has no ending and leads nowhere. `widths` are the sizes there are of it, smallest first.
    """

    class Status(models.TextChoices):
        PROCESSING = "processing"
        READY = "ready"
        FAILED = "failed"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, null=True, related_name="media")
    path = models.CharField(max_length=200)  # below the brand's media folder
    alt = models.CharField(max_length=250, blank=True)
    position = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True, db_default="")
    original = models.CharField(max_length=100, blank=True, db_default="")  # a private file
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    widths: models.JSONField[list[int], list[int]] = models.JSONField(
        default=list, db_default=models.Value([], models.JSONField())
    )
    steps: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=models.Value([], models.JSONField())
    )  # how it was turned and cropped since its original
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.READY, db_default=Status.READY)
    problem = models.CharField(max_length=200, blank=True, db_default="")  # why it failed, for people
    is_live = models.BooleanField(
        default=True, db_default=True
    )  # not before the brand agreed, nor after it was taken away

    objects = Live()
    everything = models.Manager["Media"]()

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["digest"], condition=~Q(digest=""), name="catalog_media_by_digest"),
            models.Index(fields=["original"], condition=~Q(original=""), name="catalog_media_by_original"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["product", "path"], name="catalog_media_once"),
            models.UniqueConstraint(
                fields=["product", "digest"], condition=~Q(digest=""), name="catalog_media_upload_once"
            ),
            models.CheckConstraint(
                name="catalog_media_failed_with_reason", condition=~Q(status="failed") | ~Q(problem="")
            ),
            models.CheckConstraint(
                name="catalog_media_upload_measured",
                condition=Q(digest="") | Q(width__isnull=False, height__isnull=False) & ~Q(original=""),
            ),
        ]

    def path_at(self, width: int) -> str:
        """The smallest size that is wide enough, else the largest; of a theme's picture the only one."""
        wide = next((one for one in self.widths if one >= width), None)
        return f"{self.path.rpartition('/')[0]}/{wide}.webp" if wide else self.path

    @property
    def is_shown(self) -> bool:
        """Whether there is something to look at."""
        return self.status == self.Status.READY
