"""What we asked of payment providers and what they answered. Payments know a reference, never an order."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from haat.core.crypto import EncryptedTextField
from haat.core.ids import new_token
from haat.core.models import Entity, InsertOnly


def return_ref() -> str:
    return new_token(18)


class GatewayAccount(Entity):
    """The brand's own account at a provider. Without one the installation's account of the settings is used."""

    provider = models.CharField(max_length=20, unique=True)
    key_id = models.CharField(max_length=60)
    key_secret = EncryptedTextField()
    webhook_secret = EncryptedTextField()
    previous_webhook_secret = EncryptedTextField(blank=True)  # retries of old events are signed with it for a day
    webhook_secret_changed_at = models.DateTimeField(null=True)


class Payment(Entity):
    """One attempt to be paid for one reference (an order's id)."""

    class Status(models.TextChoices):
        CREATED = "created"
        AUTHORISED = "authorised"
        FAILED = "failed"
        CAPTURED = "captured"
        PARTIALLY_REFUNDED = "partially_refunded"
        REFUNDED = "refunded"

    reference = models.UUIDField()
    reference_number = models.CharField(max_length=40, unique=True)  # the provider's `receipt`, at most 40 characters
    provider = models.CharField(max_length=20)  # razorpay | cod
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.CREATED)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    provider_order_id = models.CharField(max_length=40, null=True, unique=True)
    provider_payment_id = models.CharField(max_length=40, null=True, unique=True)
    return_ref = models.CharField(max_length=40, unique=True, default=return_ref)
    method = models.CharField(max_length=20, blank=True)  # upi, card, netbanking, …
    fee_minor = models.BigIntegerField(default=0)  # the provider's fee, tax included
    fee_tax_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    captured_at = models.DateTimeField(null=True)
    is_stray = models.BooleanField(default=False, db_default=False)  # money beside what an order asked for
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["reference"], name="payments_payment_reference")]
        constraints = [
            models.CheckConstraint(name="payments_payment_positive", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(
                name="payments_payment_refund_bound",
                condition=Q(refunded_minor__gte=0, refunded_minor__lte=F("amount_minor")),
            ),
            models.CheckConstraint(
                name="payments_payment_captured_when",
                condition=Q(status__in=["captured", "partially_refunded", "refunded"], captured_at__isnull=False)
                | Q(status__in=["created", "authorised", "failed"], captured_at=None),
            ),
        ]

    @property
    def is_captured(self) -> bool:
        return self.captured_at is not None


class Refund(Entity):
    class Status(models.TextChoices):
        PENDING = "pending"  # asked for, not confirmed by the provider
        PROCESSED = "processed"
        FAILED = "failed"

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    key = models.CharField(max_length=60, unique=True)  # X-Refund-Idempotency: 10 or more of [A-Za-z0-9_-]
    amount_minor = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    provider_refund_id = models.CharField(max_length=40, null=True, unique=True)
    reference_number = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    processed_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    part_id = models.UUIDField(null=True)  # the seller order that it is for
    asked_at = models.DateTimeField(null=True)  # first; from then on the provider may have done it
    waits = models.CharField(max_length=10, blank=True, db_default="")  # dispute | balance: what it waits for
    covered_minor = models.BigIntegerField(default=0, db_default=0)  # of it, what a bank paid in a lost dispute
    is_by_bank = models.BooleanField(default=False, db_default=False)  # staff pays it: cash has no way back
    bank_reference = models.CharField(max_length=60, blank=True, db_default="")  # of the transfer, such as a UTR

    class Meta:
        constraints = [
            models.CheckConstraint(name="payments_refund_positive", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(
                name="payments_refund_covered",
                condition=Q(covered_minor__gte=0, covered_minor__lte=F("amount_minor")),
            ),
            models.CheckConstraint(
                name="payments_refund_by_bank_proved",
                condition=Q(is_by_bank=False) | ~Q(status="processed") | (~Q(bank_reference="") & Q(processed_at__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["bank_reference"], name="payments_refund_bank_reference", condition=~Q(bank_reference="")
            ),
        ]  # fmt: skip

    @property
    def sent_minor(self) -> int:
        """What the provider is asked for: the bank has paid the rest."""
        return self.amount_minor - self.covered_minor

    @property
    def paid_as(self) -> str:
        """What its entry in the books is keyed by."""
        return str(self.pk) if self.is_by_bank else str(self.provider_refund_id)


class Payee(Entity):
    """Where money goes that has no way back by itself, such as cash: as the customer said. Kept until it is paid."""

    class Kind(models.TextChoices):
        UPI = "upi"
        BANK = "bank"

    reference = models.UUIDField(unique=True)  # the order's id
    kind = models.CharField(max_length=4, choices=Kind.choices)
    details = EncryptedTextField(blank=True)  # JSON: name and vpa, or name, account_number and ifsc


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


class WebhookEvent(InsertOnly):
    """The provider's message without what it says of the payer; its id makes a repetition harmless."""

    provider = models.CharField(max_length=20)
    event_id = models.CharField(max_length=80)
    name = models.CharField(max_length=60)
    body: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provider", "event_id"], name="payments_webhook_once")]
