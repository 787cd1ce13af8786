"""Money that the provider sent to the brand's bank."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import InsertOnly


class Settlement(InsertOnly):
    provider_settlement_id = models.CharField(max_length=40, unique=True)
    amount_minor = models.BigIntegerField()
    fee_minor = models.BigIntegerField(default=0)  # the provider's fee for it, tax included
    fee_tax_minor = models.BigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    utr = models.CharField(max_length=60, blank=True)  # the bank's number, by which it is found on a statement
    settled_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-settled_at"], name="books_settlement_newest")]
        constraints = [models.CheckConstraint(name="books_settlement_positive", condition=Q(amount_minor__gt=0))]
