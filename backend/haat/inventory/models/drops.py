"""Numbered units: a limited edition whose every piece is a row, sold once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.inventory.models.holds import Reservation
from haat.inventory.models.stock import Stock


class Drop(Entity):
    """An offer that is sold by numbered units, from a time on and a few to a customer."""

    offer = models.OneToOneField("catalog.Offer", on_delete=models.PROTECT, related_name="+")
    opens_at = models.DateTimeField(null=True)
    per_customer = models.PositiveSmallIntegerField(null=True)
    opened_at = models.DateTimeField(null=True)  # when the shop was told that it had opened

    class Meta:
        constraints = [
            models.CheckConstraint(name="inventory_drop_limit", condition=Q(per_customer=None) | Q(per_customer__gt=0)),
        ]
        indexes = [
            models.Index(
                fields=["opens_at"], condition=Q(opens_at__isnull=False, opened_at=None), name="inventory_drop_due"
            )
        ]


class Unit(Entity):
    """One numbered piece. Whoever locks its row first has it; the others do not wait, they take the next."""

    class State(models.TextChoices):
        AVAILABLE = "available"
        HELD = "held"
        SOLD = "sold"
        RETURNED = "returned"  # came back; its seller looks at it before it is sold again
        WITHDRAWN = "withdrawn"  # broken, lost, kept

    drop = models.ForeignKey(Drop, on_delete=models.PROTECT, related_name="units")
    stock = models.ForeignKey(Stock, on_delete=models.PROTECT, related_name="units")
    number = models.PositiveIntegerField()
    serial = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.AVAILABLE)
    reservation = models.ForeignKey(Reservation, on_delete=models.PROTECT, null=True, related_name="units")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["drop", "number"], name="inventory_unit_number"),
            models.UniqueConstraint(fields=["drop", "serial"], condition=~Q(serial=""), name="inventory_unit_serial"),
            models.CheckConstraint(
                name="inventory_unit_whose",
                condition=Q(state__in=["available", "withdrawn"], reservation=None)
                | Q(state__in=["held", "sold", "returned"], reservation__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["stock", "number"], condition=Q(state="available"), name="inventory_unit_free"),
        ]

    @property
    def label(self) -> str:
        """Its number, and its serial where it has one: “No. 7 · GLW-0007”."""
        return " · ".join(filter(None, [f"No. {self.number}", self.serial]))


class DropBuyer(Entity):
    """How many of a drop one customer holds or has; raised by a conditional UPDATE, like stock."""

    drop = models.ForeignKey(Drop, on_delete=models.CASCADE, related_name="buyers")
    customer_id = models.UUIDField()
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["drop", "customer_id"], name="inventory_dropbuyer_once")]
