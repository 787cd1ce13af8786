"""Units that somebody holds for a while."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.inventory.models.stock import Stock


class Reservation(Entity):
    """Units held for one reference, such as an order, until it is paid or time runs out."""

    class State(models.TextChoices):
        HELD = "held"
        COMMITTED = "committed"
        RELEASED = "released"
        EXPIRED = "expired"

    stock = models.ForeignKey(Stock, on_delete=models.PROTECT, related_name="reservations")
    quantity = models.PositiveIntegerField()
    reference = models.UUIDField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.HELD)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["reference"], name="inventory_reservation_of"),
            models.Index(fields=["expires_at"], condition=Q(state="held"), name="inventory_reservation_due"),
        ]
        constraints = [
            models.CheckConstraint(name="inventory_reservation_some", condition=Q(quantity__gt=0)),
            models.UniqueConstraint(
                fields=["stock", "reference"], condition=Q(state="held"), name="inventory_reservation_one_held"
            ),
        ]
