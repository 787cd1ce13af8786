"""Every change of what is on the shelf that was ever made."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import InsertOnly
from haat.inventory.models.drops import Unit
from haat.inventory.models.stock import Stock


class StockMovement(InsertOnly):
    """One change of `on_hand`: why, by whom, and what was there afterwards.

    `sold_as` is the offer that was bought, where that was a bundle. A movement of a numbered `unit` says no balance:
    counting the others would make one sale wait for another.
    """

    class Reason(models.TextChoices):
        RECEIVED = "received"
        CORRECTED = "corrected"
        SOLD = "sold"
        CANCELLED = "cancelled"  # sold, and called off before it left
        RETURNED = "returned"
        IMPORTED = "imported"
        MOVED = "moved"  # to or from another place

    stock = models.ForeignKey(Stock, on_delete=models.PROTECT, related_name="movements")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="movements")
    at = models.DateTimeField()
    delta = models.IntegerField()
    balance_after = models.IntegerField(null=True)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    note = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=64, blank=True)
    sold_as = models.UUIDField(null=True)
    actor = models.CharField(max_length=120, blank=True)  # of the system; people are named by the log
    actor_id = models.CharField(max_length=36, blank=True)

    class Meta:
        indexes = [models.Index(fields=["stock", "-at", "-id"], name="inventory_movement_newest")]
        constraints = [
            models.CheckConstraint(name="inventory_movement_moves", condition=~Q(delta=0)),
            # What arrives twice under one reference must count once, however often it is asked for.
            models.UniqueConstraint(
                fields=["stock", "reason", "reference", "sold_as", "unit"],
                condition=Q(reason__in=["sold", "returned", "cancelled", "moved"]) & ~Q(reference=""),
                name="inventory_movement_one",
                nulls_distinct=False,
            ),
        ]
