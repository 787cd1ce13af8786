"""Sellers' shares of payments."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity
from haat.payments.models.payments import Payment


class Transfer(Entity):
    """A seller's share of one payment at the provider: held until it is due, then released; reversed on cancellation."""

    class Status(models.TextChoices):
        INTENDED = "intended"
        HELD = "held"
        RELEASED = "released"
        REVERSED = "reversed"
        FAILED = "failed"

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="transfers")
    reference = models.UUIDField(unique=True)  # the seller order's id
    reference_number = models.CharField(max_length=40)
    seller_id = models.UUIDField()
    account = models.CharField(max_length=40)  # the seller's linked account
    amount_minor = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.INTENDED)
    provider_transfer_id = models.CharField(max_length=40, null=True, unique=True)
    fee_minor = models.BigIntegerField(default=0)
    fee_tax_minor = models.BigIntegerField(default=0)
    wanted = models.CharField(max_length=10, blank=True)  # what is asked of the provider next: release | reverse
    reversed_minor = models.BigIntegerField(default=0, db_default=0)  # asked back in part, refused ones not counted
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="payments_transfer_positive", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(
                name="payments_transfer_reversed_bound",
                condition=Q(reversed_minor__gte=0, reversed_minor__lte=F("amount_minor")),
            ),
        ]

    @property
    def left_minor(self) -> int:
        """What the seller gets of it when it is released."""
        return 0 if self.status == self.Status.REVERSED else self.amount_minor - self.reversed_minor


class Reversal(Entity):
    """A piece of a share that is asked back. The provider knows no idempotency here: our row is written first,
    and what it has is looked through for our key before anything is asked again.
    """

    class Status(models.TextChoices):
        WANTED = "wanted"
        DONE = "done"
        REFUSED = "refused"  # paid out already, or no balance: the seller's books are netted instead

    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="reversals")
    key = models.CharField(max_length=60, unique=True)
    amount_minor = models.BigIntegerField()
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.WANTED)
    provider_reversal_id = models.CharField(max_length=40, null=True, unique=True)
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(name="payments_reversal_positive", condition=Q(amount_minor__gt=0))]
