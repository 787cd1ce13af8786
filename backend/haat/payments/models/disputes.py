"""Payments that banks ask back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly
from haat.payments.models.payments import Payment
from haat.payments.models.refunds import Refund


class Dispute(Entity):
    """A customer's bank asks for a payment back: what the provider says of it, as it was fetched last."""

    class Status(models.TextChoices):
        OPEN = "open"
        UNDER_REVIEW = "under_review"  # the bank looks at the evidence
        WON = "won"
        LOST = "lost"
        CLOSED = "closed"

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="disputes")
    provider_dispute_id = models.CharField(max_length=40, unique=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    amount_minor = models.BigIntegerField()
    deducted_minor = models.BigIntegerField(default=0)  # taken from our balance and not given back
    taken_minor = models.BigIntegerField(default=0)  # what was taken first, given back or not
    currency = models.CharField(max_length=3)
    reason_code = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    phase = models.CharField(max_length=30, blank=True)  # chargeback, pre_arbitration, …
    raised_at = models.DateTimeField()
    respond_by = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)  # our evidence, as the provider says
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["payment"], name="payments_dispute_payment")]
        constraints = [
            models.CheckConstraint(
                name="payments_dispute_amounts",
                condition=Q(amount_minor__gt=0, deducted_minor__gte=0, deducted_minor__lte=F("amount_minor")),
            ),
            models.CheckConstraint(
                name="payments_dispute_ended_when",
                condition=Q(status__in=["open", "under_review"], ended_at=None)
                | Q(status__in=["won", "lost", "closed"], ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.provider_dispute_id

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def is_lost(self) -> bool:
        """The money is gone. A dispute may also be closed without an end that says so."""
        return not self.is_open and self.deducted_minor > 0


class DisputeShare(Entity):
    """The part of a dispute that falls on one seller order, and who bears it when it is lost."""

    class Bearer(models.TextChoices):
        SELLER = "seller"
        BRAND = "brand"

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="shares")
    reference = models.UUIDField()  # the seller order's id, or the payment's own reference
    reference_number = models.CharField(max_length=40)
    seller_id = models.UUIDField(null=True)  # none: money that no order asked for
    amount_minor = models.BigIntegerField()
    covered_minor = models.BigIntegerField(default=0)  # of it, what stood in for a refund
    lost_minor = models.BigIntegerField(default=0)  # of it, what was booked as the brand's loss
    bearer = models.CharField(max_length=10, choices=Bearer.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["reference"], name="payments_share_reference")]
        constraints = [
            models.UniqueConstraint(fields=["dispute", "reference"], name="payments_share_once"),
            models.CheckConstraint(
                name="payments_share_covered",
                condition=Q(amount_minor__gt=0, covered_minor__gte=0, covered_minor__lte=F("amount_minor")),
            ),
        ]

    @property
    def currency(self) -> str:
        return self.dispute.currency


class Covering(InsertOnly):
    """A lost dispute stood in for a refund: the customer has this money from the bank, and gets it once."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="coverings")
    share = models.ForeignKey(DisputeShare, on_delete=models.PROTECT, related_name="coverings")
    amount_minor = models.BigIntegerField()
    bearer = models.CharField(max_length=10, blank=True)  # of the share, when this was written
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["refund", "share"], name="payments_covering_once"),
            models.CheckConstraint(name="payments_covering_positive", condition=Q(amount_minor__gt=0)),
        ]
