"""Where things used to be: an address that was given up leads to what has moved."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity


class OldSlug(Entity):
    """It points at the thing, not at its new slug: so chains cannot grow and rings cannot close."""

    class Kind(models.TextChoices):
        PRODUCT = "product"
        CATEGORY = "category"
        COLLECTION = "collection"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    slug = models.SlugField(max_length=120)
    target_id = models.UUIDField()  # of a product, a category or a collection of this schema

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="catalog_oldslug_once")]
        indexes = [models.Index(fields=["target_id"], name="catalog_oldslug_of")]
