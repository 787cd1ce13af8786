"""Collections: goods that belong together for a season, a price or an idea, chosen by hand or by a rule."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.catalog.models.products import Product
from haat.core.models import Entity


class Collection(Entity):
    """A page of goods. By hand its items are in the brand's order; by rule the search side sees to who is in it."""

    class Kind(models.TextChoices):
        HAND = "hand"
        RULE = "rule"

    class Sort(models.TextChoices):
        FEATURED = "featured"  # by hand: the brand's order; by rule: the newest first
        NEWEST = "newest"
        PRICE_UP = "price_up"
        PRICE_DOWN = "price_down"
        DISCOUNT = "discount"

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    image = models.CharField(max_length=200, blank=True)  # a file of the brand's media
    kind = models.CharField(max_length=4, choices=Kind.choices)
    rule: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, blank=True)
    sort = models.CharField(max_length=10, choices=Sort.choices, default=Sort.FEATURED)
    is_shown = models.BooleanField(default=True)
    position = models.PositiveIntegerField(default=0)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=200, blank=True)
    import_key = models.CharField(max_length=120, unique=True, null=True)

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="catalog_collection_ruled", condition=Q(kind="rule") & ~Q(rule={}) | Q(kind="hand", rule={})
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CollectionItem(Entity):
    """A product in a collection that is made by hand."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="collected")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["collection", "product"], name="catalog_collectionitem_once")]
