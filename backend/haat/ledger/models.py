"""Double entry of one brand. A posting moves a positive amount from one account to another, so an
unbalanced transaction cannot be written; rows are insert-only by database right.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly
from haat.ledger.chart import GROWS_BY_DEBIT


class Account(Entity):
    """`in_minor` is the sum of what arrived (debits), `out_minor` of what left (credits); kept with every posting."""

    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    in_minor = models.BigIntegerField(default=0)
    out_minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "currency"], name="ledger_account_once"),
            models.CheckConstraint(name="ledger_account_sums_grow", condition=Q(in_minor__gte=0, out_minor__gte=0)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def balance_minor(self) -> int:
        """In the account's own sense: what an asset holds, what a liability owes."""
        debit = self.in_minor - self.out_minor
        return debit if self.kind in GROWS_BY_DEBIT else -debit


class Transaction(InsertOnly):
    """One business event. `key` is the event's own identity, so that posting it twice posts it once."""

    key = models.CharField(max_length=120, unique=True)
    code = models.CharField(max_length=40)  # payment.captured, seller_order.delivered, …
    content_hash = models.CharField(max_length=64)
    reference = models.CharField(max_length=80, blank=True)  # the public number it is about
    description = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    mac = models.CharField(
        max_length=80, blank=True, db_default=""
    )  # keyed hash of it and its postings, made at posting
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="ledger_transaction_newest"),
            models.Index(fields=["reference"], name="ledger_transaction_reference"),
        ]


class Posting(InsertOnly):
    """Credit `source`, debit `destination`."""

    transaction = models.ForeignKey(Transaction, on_delete=models.PROTECT, related_name="postings")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    destination = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="ledger_posting_positive", condition=Q(amount_minor__gt=0)),
            models.CheckConstraint(name="ledger_posting_moves", condition=~Q(source=F("destination"))),
            models.UniqueConstraint(fields=["transaction", "position"], name="ledger_posting_order"),
        ]


class LedgerSeal(InsertOnly):
    """One link of the brand's chain: it names a transaction, what it and its postings said, and the link before."""

    position = models.PositiveBigIntegerField(unique=True)  # 1, 2, 3 … without a gap
    transaction_id = models.UUIDField(unique=True)  # no key, so that a planted deletion is found and not refused
    postings = models.PositiveSmallIntegerField()  # how many there were
    content = models.CharField(max_length=80)  # keyed hash of the transaction as it was when it was sealed
    hash = models.CharField(max_length=80)  # keyed hash of position, transaction, content and the hash before
