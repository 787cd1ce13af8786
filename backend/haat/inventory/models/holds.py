"""Units that somebody holds for a while."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity
from haat.inventory.models.stock import Stock


class Reservation(Entity):
    """Units of one stock held for one reference, such as an order, until it is paid or time runs out.

    `offer` is what was bought: the stock's own, or a bundle it is part of. `returned` of them came back after the sale.
    """

    class State(models.TextChoices):
        HELD = "held"
        COMMITTED = "committed"
        RELEASED = "released"
        EXPIRED = "expired"

    stock = models.ForeignKey(Stock, on_delete=models.PROTECT, related_name="reservations")
    offer = models.ForeignKey("catalog.Offer", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    returned = models.PositiveIntegerField(default=0, db_default=0)
    reference = models.UUIDField()
    customer_id = models.UUIDField(null=True)  # for whom, where a drop limits that
    state = models.CharField(max_length=9, choices=State.choices, default=State.HELD)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["reference"], name="inventory_reservation_of"),
            models.Index(fields=["expires_at"], condition=Q(state="held"), name="inventory_reservation_due"),
        ]
        constraints = [
            models.CheckConstraint(name="inventory_reservation_some", condition=Q(quantity__gt=0)),
            models.CheckConstraint(name="inventory_reservation_back", condition=Q(returned__lte=F("quantity"))),
            models.UniqueConstraint(
                fields=["stock", "reference", "offer"], condition=Q(state="held"), name="inventory_reservation_held"
            ),
        ]
