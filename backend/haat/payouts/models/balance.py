"""What changes a seller's balance beside sales and returns, and cash that couriers brought."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class Reserve(Entity):
    """A part of a payout that is kept back for some days, and comes back by itself."""

    payout = models.OneToOneField("payouts.Payout", on_delete=models.PROTECT, related_name="reserve")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    release_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["release_at"], condition=Q(released_at=None), name="payouts_reserve_due")]
        constraints = [models.CheckConstraint(name="payouts_reserve_positive", condition=Q(amount_minor__gt=0))]


class Adjustment(Entity):
    """Money that staff give to a seller or take, with a reason; above the brand's limit two people do it.

    A write-off gives a seller what it owes and will not pay: nothing reaches it, and its balance is less below zero.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed"
        BOOKED = "booked"
        REJECTED = "rejected"

    number = models.PositiveIntegerField(unique=True)
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()  # positive: to the seller
    currency = models.CharField(max_length=3)
    reason = models.CharField(max_length=200)
    is_write_off = models.BooleanField(default=False, db_default=False)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    needs_second = models.BooleanField()
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="payouts_adjust_moves", condition=~Q(amount_minor=0) & ~Q(reason="")),
            models.CheckConstraint(
                name="payouts_adjust_write_off_gives", condition=Q(is_write_off=False) | Q(amount_minor__gt=0)
            ),
            models.CheckConstraint(
                name="payouts_adjust_two_people",
                condition=Q(needs_second=False) | ~Q(status="booked")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="payouts_adjust_decided_when", condition=Q(status="proposed") | Q(decided_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"adjustment {self.number}"

    @property
    def expense(self) -> str:
        """The brand's account that bears it."""
        return "bad_debt" if self.is_write_off else "seller_adjustments"


class CashRemittance(Entity):
    """Cash for parcels that a courier brought to the brand's bank."""

    number = models.PositiveIntegerField(unique=True)
    courier = models.CharField(max_length=60)
    reference = models.CharField(max_length=60, unique=True)  # of the bank: a second booking of the same is refused
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    received_at = models.DateTimeField()
    by = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(name="payouts_cash_positive", condition=Q(amount_minor__gt=0))]

    def __str__(self) -> str:
        return f"cash {self.number}"


class RemittedPart(Entity):
    """One parcel's cash, remitted once."""

    remittance = models.ForeignKey(CashRemittance, on_delete=models.PROTECT, related_name="parts")
    part = models.OneToOneField("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()
