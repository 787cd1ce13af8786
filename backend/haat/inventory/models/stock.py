"""How many there are, and every change ever made."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly


class Stock(Entity):
    """The units behind one offer. The constraints are the last line against selling what is not there."""

    offer = models.OneToOneField("catalog.Offer", on_delete=models.PROTECT, related_name="+")
    on_hand = models.IntegerField(default=0)
    reserved = models.IntegerField(default=0)  # of those on hand

    class Meta:
        constraints = [
            models.CheckConstraint(name="inventory_stock_on_hand", condition=Q(on_hand__gte=0)),
            models.CheckConstraint(
                name="inventory_stock_reserved", condition=Q(reserved__gte=0, reserved__lte=F("on_hand"))
            ),
        ]

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved


class StockMovement(InsertOnly):
    """One change of `on_hand`: why, by whom, and what was there afterwards."""

    class Reason(models.TextChoices):
        RECEIVED = "received"
        CORRECTED = "corrected"
        SOLD = "sold"
        RETURNED = "returned"
        IMPORTED = "imported"

    stock = models.ForeignKey(Stock, on_delete=models.PROTECT, related_name="movements")
    at = models.DateTimeField()
    delta = models.IntegerField()
    balance_after = models.IntegerField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    note = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=64, blank=True)
    actor = models.CharField(max_length=120, blank=True)  # of the system; people are named by the log
    actor_id = models.CharField(max_length=36, blank=True)

    class Meta:
        indexes = [models.Index(fields=["stock", "-at", "-id"], name="inventory_movement_newest")]
        constraints = [
            models.CheckConstraint(name="inventory_movement_moves", condition=~Q(delta=0)),
            # A restock of the same return must count once, however often it is asked for.
            models.UniqueConstraint(
                fields=["stock", "reason", "reference"],
                condition=Q(reason__in=["sold", "returned"]) & ~Q(reference=""),
                name="inventory_movement_once",
            ),
        ]
