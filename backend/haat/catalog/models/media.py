"""Pictures."""

from __future__ import annotations

from django.db import models

from haat.catalog.models.products import Product, Variant
from haat.core.models import Entity


class Media(Entity):
    """A picture of a product, or of one of its variants."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="media")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, null=True, related_name="media")
    path = models.CharField(max_length=200)  # below the brand's media folder
    alt = models.CharField(max_length=250, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["product", "path"], name="catalog_media_once")]
