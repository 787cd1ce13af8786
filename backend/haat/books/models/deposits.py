"""Tax of a month that the brand paid to the state: what it withheld from sellers, and the tax on its own fees."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class TaxDeposit(Entity):
    class Tax(models.TextChoices):
        TCS = "tcs"
        TDS = "tds"
        OUTPUT = "output"  # on the brand's own fees: GST or VAT

    tax = models.CharField(max_length=6, choices=Tax.choices)
    month = models.CharField(max_length=7)  # 2026-10
    amount_minor = models.BigIntegerField()  # out of the bank
    credit_minor = models.BigIntegerField(default=0)  # set off against tax that the brand paid itself
    currency = models.CharField(max_length=3)
    reference = models.CharField(max_length=60)  # of the challan or the return
    paid_on = models.DateField()
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField()
    reversed_by = models.UUIDField(null=True)
    reversed_at = models.DateTimeField(null=True)
    reverse_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["month", "tax"], name="books_deposit_month")]
        constraints = [
            models.CheckConstraint(
                name="books_deposit_positive",
                condition=Q(amount_minor__gte=0, credit_minor__gte=0) & (Q(amount_minor__gt=0) | Q(credit_minor__gt=0)),
            ),
            models.CheckConstraint(name="books_deposit_credit_of", condition=Q(credit_minor=0) | Q(tax="output")),
            models.CheckConstraint(name="books_deposit_referenced", condition=~Q(reference="")),
            models.CheckConstraint(
                name="books_deposit_reversed_why",
                condition=Q(reversed_at=None, reversed_by=None, reverse_reason="")
                | (Q(reversed_at__isnull=False, reversed_by__isnull=False) & ~Q(reverse_reason="")),
            ),
            models.UniqueConstraint(
                fields=["tax", "reference"], condition=Q(reversed_at=None), name="books_deposit_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.tax} {self.month} {self.reference}"
