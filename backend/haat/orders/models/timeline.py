"""What happened to an order, for everybody who sees it."""

from __future__ import annotations

from django.db import models

from haat.core.models import InsertOnly
from haat.orders.models.order import Order, SellerOrder


class TimelineEntry(InsertOnly):
    """One readable history, of the order and of its parts, that customer, seller and admin all see."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="timeline")
    part = models.ForeignKey(SellerOrder, on_delete=models.PROTECT, null=True, related_name="timeline")
    code = models.CharField(max_length=40)
    text = models.CharField(max_length=300)
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=12)

    class Meta:
        indexes = [models.Index(fields=["order", "at"], name="orders_timeline_order")]
