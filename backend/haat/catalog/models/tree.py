"""The brand's tree of goods."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class Category(Entity):
    """A place in the brand's tree of goods."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    parent: models.ForeignKey[Category | None, Category | None] = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="children"
    )
    position = models.PositiveIntegerField(default=0)
    description = models.TextField(blank=True)
    image = models.CharField(max_length=200, blank=True)  # a file of the brand's media
    hsn = models.CharField(
        max_length=8, blank=True, db_default=""
    )  # of goods here and below, unless they say otherwise
    needs_month = models.BooleanField(default=False, db_default=False)  # its goods are dated: food, cosmetics
    seo_title = models.CharField(max_length=70, blank=True, db_default="")
    seo_description = models.CharField(max_length=200, blank=True, db_default="")
    archived_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(name="catalog_category_not_own_parent", condition=~Q(parent=F("id"))),
            models.CheckConstraint(
                name="catalog_category_hsn", condition=Q(hsn="") | Q(hsn__regex=r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$")
            ),
        ]

    def __str__(self) -> str:
        return self.name
