"""Telling a seller in time that something runs out."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class AlertLevel(Entity):
    """At how many left a seller wants to know: for all offers, or for one. 0 tells only of what is sold out."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    offer = models.ForeignKey("catalog.Offer", on_delete=models.PROTECT, null=True, related_name="+")
    threshold = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "offer"], nulls_distinct=False, name="inventory_level_once")
        ]


class StockAlert(Entity):
    """One offer that ran low, from the crossing until there is enough again; one row, however many are sold meanwhile."""

    class State(models.TextChoices):
        LOW = "low"
        OUT = "out"
        BACK = "back"  # over: there is enough again

    offer = models.ForeignKey("catalog.Offer", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=4, choices=State.choices)
    threshold = models.PositiveIntegerField()
    at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer"], condition=Q(ended_at=None), name="inventory_alert_one_open"),
            models.CheckConstraint(
                name="inventory_alert_ended",
                condition=Q(state="back", ended_at__isnull=False) | (~Q(state="back") & Q(ended_at=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["at"], condition=Q(ended_at=None, told_at=None), name="inventory_alert_untold"),
            models.Index(fields=["offer", "-at"], name="inventory_alert_newest"),
        ]
