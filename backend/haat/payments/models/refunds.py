"""Money that goes back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity
from haat.payments.models.payments import Payment


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
    ask_at = models.DateTimeField(
        default=timezone.now, db_default=Now()
    )  # when the provider is asked next, while it is pending

    class Meta:
        indexes = [models.Index(fields=["ask_at"], name="payments_refund_ask_at", condition=Q(status="pending"))]
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
