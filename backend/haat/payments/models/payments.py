"""Money that customers paid or are to pay."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from haat.core.ids import new_token
from haat.core.models import Entity


def return_ref() -> str:
    return new_token(18)


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
    registering_at = models.DateTimeField(null=True)  # since when somebody makes the provider's order; none: nobody
    provider_payment_id = models.CharField(max_length=40, null=True, unique=True)
    return_ref = models.CharField(max_length=40, unique=True, default=return_ref)
    method = models.CharField(max_length=20, blank=True)  # upi, card, netbanking, …
    fee_minor = models.BigIntegerField(default=0)  # the provider's fee, tax included
    fee_tax_minor = models.BigIntegerField(default=0)
    refunded_minor = models.BigIntegerField(default=0)
    captured_at = models.DateTimeField(null=True)
    is_stray = models.BooleanField(default=False, db_default=False)  # money beside what an order asked for
    failure = models.CharField(max_length=300, blank=True)
    ask_at = models.DateTimeField(
        default=timezone.now, db_default=Now()
    )  # when the provider is asked next, while it is open

    class Meta:
        indexes = [
            models.Index(fields=["reference"], name="payments_payment_reference"),
            models.Index(fields=["ask_at"], name="payments_payment_ask_at", condition=Q(captured_at=None)),
        ]
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
