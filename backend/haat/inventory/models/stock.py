"""How many there are."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class Stock(Entity):
    """The units of one offer at one place. The constraints are the last line against selling what is not there.

    `is_open` follows the place, so that a checkout asks one table. Numbered units are rows of their own: their stock
    counts nothing.
    """

    offer = models.ForeignKey(
        "catalog.Offer", on_delete=models.PROTECT, related_name="+", db_index=False
    )  # the constraint below begins with it
    place = models.ForeignKey("sellers.PickupPlace", on_delete=models.PROTECT, related_name="+")
    is_open = models.BooleanField(default=True, db_default=True)
    on_hand = models.IntegerField(default=0)
    reserved = models.IntegerField(default=0)  # of those on hand

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "place"], name="inventory_stock_once"),
            models.CheckConstraint(name="inventory_stock_on_hand", condition=Q(on_hand__gte=0)),
            models.CheckConstraint(
                name="inventory_stock_reserved", condition=Q(reserved__gte=0, reserved__lte=F("on_hand"))
            ),
        ]

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved
