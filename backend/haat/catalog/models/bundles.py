"""What a bundle is made of."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.catalog.models.products import Variant
from haat.core.models import Entity


class Component(Entity):
    """So many of one variant inside another.

    Two constant columns are half of foreign keys to (variant, is_bundle): the database itself refuses a bundle inside a
    bundle, and with it every circle.
    """

    bundle = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="components")
    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveSmallIntegerField(default=1)
    bundle_is = models.BooleanField(default=True, db_default=True, editable=False)
    variant_is = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "variant"], name="catalog_component_once"),
            models.CheckConstraint(name="catalog_component_some", condition=Q(quantity__gt=0)),
            models.CheckConstraint(name="catalog_component_flat", condition=Q(bundle_is=True, variant_is=False)),
        ]
