"""Sellers' prices and promises."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from haat.catalog.models.products import Product, Variant
from haat.core.models import Entity
from haat.tenancy.media import address

LINE_WIDTH = 400  # pixels of the picture beside a line of a cart or an order


class Offer(Entity):
    """One seller's price and promise for one variant."""

    class Status(models.TextChoices):
        ACTIVE = "active"
        PAUSED = "paused"
        ARCHIVED = "archived"

    class Condition(models.TextChoices):
        NEW = "new"
        REFURBISHED = "refurbished"
        USED = "used"

    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="offers")
    seller: models.ForeignKey[Any, Any] = models.ForeignKey(
        "sellers.Seller", on_delete=models.PROTECT, related_name="+"
    )
    price_minor = models.BigIntegerField()
    mrp_minor = models.BigIntegerField()  # maximum retail price, printed on the pack
    currency = models.CharField(max_length=3, default="INR")
    handling_days = models.PositiveSmallIntegerField(default=2)
    condition = models.CharField(max_length=12, choices=Condition.choices, default=Condition.NEW)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ACTIVE)

    class Meta:
        indexes = [models.Index(fields=["seller", "status"], name="catalog_offer_by_seller")]
        constraints = [
            models.UniqueConstraint(fields=["variant", "seller"], name="catalog_offer_once"),
            models.CheckConstraint(name="catalog_offer_price_positive", condition=Q(price_minor__gt=0)),
            models.CheckConstraint(name="catalog_offer_mrp_covers_price", condition=Q(mrp_minor__gte=F("price_minor"))),
        ]

    @property
    def image_url(self) -> str | None:
        """The picture of this variant, else of its product. Read it on offers of `queries.offers`."""
        pictures = [row for row in self.variant.product.media.all() if row.is_shown]
        own = next((row for row in pictures if row.variant_id == self.variant_id), None)
        shown = own or next((row for row in pictures if row.variant_id is None), None) or next(iter(pictures), None)
        return address(shown.path_at(LINE_WIDTH)) if shown else None

    @property
    def is_sellable(self) -> bool:
        """Whether a customer may buy it now, stock aside. Read it on offers of `queries.offers`."""
        product = self.variant.product
        return bool(
            self.status == self.Status.ACTIVE
            and self.variant.archived_at is None
            and self.variant.is_live
            and product.status == Product.Status.PUBLISHED
            and self.seller.is_active
        )
