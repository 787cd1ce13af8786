"""The ways in which a payout goes: a share that was on hold, a transfer from the balance, a line of a bank file."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity


class BankBatch(Entity):
    """One file for the bank, made once. Who takes it is a line of the log."""

    number = models.PositiveIntegerField(unique=True)
    layout = models.CharField(max_length=20)
    content = EncryptedTextField()  # account numbers are in it
    sha256 = models.CharField(max_length=64)
    lines_count = models.PositiveIntegerField()
    total_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    downloads = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"bank file {self.number}"


class Disbursement(Entity):
    """One amount on one rail. It ends once: paid, or failed and back in the balance. Trying again is another row."""

    class Rail(models.TextChoices):
        HOLD = "route_hold"
        DIRECT = "route_direct"
        BANK = "bank_file"

    class Status(models.TextChoices):
        WAITING = "waiting"  # its payout has not started, or no bank file has it
        SENT = "sent"  # asked of the provider, or in a bank file
        PAID = "paid"
        FAILED = "failed"
        RETURNED = "returned"  # it had been paid, and came back

    payout = models.ForeignKey("payouts.Payout", on_delete=models.PROTECT, related_name="disbursements")
    rail = models.CharField(max_length=12, choices=Rail.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    amount_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    share = models.UUIDField(null=True)  # reference of the share on hold: the part's id
    batch = models.ForeignKey(BankBatch, on_delete=models.PROTECT, null=True, related_name="lines")
    beneficiary = models.CharField(max_length=120, blank=True)
    account_last4 = models.CharField(max_length=4, blank=True)
    ifsc = models.CharField(max_length=11, blank=True)
    reference = models.CharField(max_length=30, unique=True)  # ours, in the bank's file and its answer
    provider_id = models.CharField(max_length=60, null=True, unique=True)  # the transfer's id, or the bank's UTR
    fee_minor = models.BigIntegerField(default=0)
    fee_tax_minor = models.BigIntegerField(default=0)
    over_minor = models.BigIntegerField(default=0)  # went with it although it was asked back
    failure = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["status", "rail"], name="payouts_money_open")]
        constraints = [
            models.CheckConstraint(name="payouts_money_positive", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(
                name="payouts_money_ended", condition=Q(status__in=["waiting", "sent"]) | Q(ended_at__isnull=False)
            ),
            models.CheckConstraint(
                name="payouts_money_proved", condition=~Q(status__in=["paid", "returned"]) | Q(provider_id__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["share"], condition=~Q(status__in=["failed", "returned"]) & Q(share__isnull=False), name="payouts_money_share_once"
            ),
            models.UniqueConstraint(
                fields=["payout", "rail"], condition=Q(share=None), name="payouts_money_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference
