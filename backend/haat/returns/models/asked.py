"""How many units of a line are being returned, claimed or exchanged: never more than were bought."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class AskedUnits(Entity):
    """Counter of one line. A request takes its units, what is refused or withdrawn gives them back."""

    order_line = models.OneToOneField("orders.OrderLine", on_delete=models.PROTECT, related_name="+")
    bought = models.PositiveIntegerField()
    asked = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="returns_asked_bound", condition=Q(asked__lte=F("bought")))]
