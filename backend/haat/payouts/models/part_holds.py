"""Money of one part that waits for something: a dispute of its payment, for one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class PartHold(Entity):
    """Money of a part that is not paid out until its reason is gone. The balance does not change: nothing has moved."""

    key = models.CharField(max_length=80, unique=True)
    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()
    reason = models.CharField(max_length=120)  # a sentence that the seller reads
    placed_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["part"], name="payouts_parthold_part", condition=Q(released_at=None)),
            models.Index(fields=["seller"], name="payouts_parthold_seller", condition=Q(released_at=None)),
        ]
        constraints = [models.CheckConstraint(name="payouts_parthold_positive", condition=Q(amount_minor__gt=0))]

    def __str__(self) -> str:
        return self.key
