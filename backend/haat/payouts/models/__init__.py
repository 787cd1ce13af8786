"""Paying sellers: what is due is gathered, released at the provider, and answered for line by line."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity
from haat.payouts.models.part_holds import PartHold

__all__ = ["PartHold", "Payout", "PayoutLine"]


class Payout(Entity):
    class Status(models.TextChoices):
        SCHEDULED = "scheduled"
        IN_TRANSIT = "in_transit"
        PAID = "paid"

    number = models.CharField(max_length=24, unique=True)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SCHEDULED)
    currency = models.CharField(max_length=3)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    amount_minor = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["seller", "-due_at"], name="payouts_payout_seller")]
        constraints = [
            models.UniqueConstraint(fields=["seller"], condition=Q(status="scheduled"), name="payouts_payout_one_open"),
            models.CheckConstraint(
                name="payouts_payout_paid_when", condition=~Q(status="paid") | Q(paid_at__isnull=False)
            ),
            models.CheckConstraint(
                name="payouts_payout_started_when", condition=Q(status="scheduled") | Q(started_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def label(self) -> str:
        """Number and seller, as the audit log names it."""
        return f"{self.number} · {self.seller.name}"


class PayoutLine(Entity):
    """One part in one payout, ever: the database knows no second."""

    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="lines")
    part = models.OneToOneField("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    gross_minor = models.BigIntegerField()
    fee_minor = models.BigIntegerField()
    fee_gst_minor = models.BigIntegerField()
    tcs_minor = models.BigIntegerField()
    tds_minor = models.BigIntegerField()
    net_minor = models.BigIntegerField()  # what this payout moves
    left_minor = models.BigIntegerField(
        default=0, db_default=0
    )  # more than the customer paid, from the brand: stays in the balance
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="payouts_line_net",
                condition=Q(
                    net_minor=F("gross_minor")
                    - F("fee_minor")
                    - F("fee_gst_minor")
                    - F("tcs_minor")
                    - F("tds_minor")
                    - F("left_minor")
                ),
            ),
        ]
