"""Parcels: their own states, beside the carrier's."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Shipment(Entity):
    class Status(models.TextChoices):
        PENDING = "pending"  # to be handed over
        SHIPPED = "shipped"
        DELIVERED = "delivered"
        CANCELLED = "cancelled"

    part = models.OneToOneField("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    carrier = models.CharField(max_length=60, blank=True)
    tracking_number = models.CharField(max_length=60, blank=True)
    shipped_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="fulfilment_shipment_shipped_how",
                condition=~Q(status__in=["shipped", "delivered"]) | (Q(shipped_at__isnull=False) & ~Q(carrier="")),
            ),
        ]
