"""A run: what one look at all balances would pay, who asked for it and who let it go."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class PayoutRun(Entity):
    class Status(models.TextChoices):
        PROPOSED = "proposed"  # waits for a second person
        APPROVED = "approved"
        REJECTED = "rejected"

    number = models.PositiveIntegerField(unique=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    currency = models.CharField(max_length=3)
    total_minor = models.BigIntegerField()
    payouts_count = models.PositiveIntegerField()
    needs_second = models.BooleanField()
    proposed_by = models.UUIDField(null=True)  # none: by the schedule, and nobody said yes yet
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            # The wall against one person paying alone: a run that needs two has two, and they are not the same.
            models.CheckConstraint(
                name="payouts_run_two_people",
                condition=Q(needs_second=False) | Q(status="proposed") | Q(decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="payouts_run_not_the_same",
                condition=Q(needs_second=False) | Q(status__in=["proposed", "rejected"]) | Q(proposed_by=None)
                | ~Q(decided_by=F("proposed_by")),
            ),
            # Runs that one person let go before this was asked stay as they were: it holds for every later row.
            models.CheckConstraint(
                name="payouts_run_two_named",
                condition=Q(needs_second=False) | ~Q(status="approved") | Q(proposed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="payouts_run_decided_when", condition=Q(status="proposed") | Q(decided_at__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["status"], condition=Q(status="proposed"), name="payouts_run_one_open"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"run {self.number}"

    @property
    def people_missing(self) -> int:
        """How many people have to say yes before it pays. Who asked for a run said yes by that."""
        if self.status != self.Status.PROPOSED:
            return 0
        return 2 if self.proposed_by is None else 1


class RunItem(Entity):
    """What a run said of one seller, kept as it was said."""

    run = models.ForeignKey(PayoutRun, on_delete=models.PROTECT, related_name="items")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    amount_minor = models.BigIntegerField()  # what it pays; of one left out, what stands in the balance
    currency = models.CharField(max_length=3)
    left_out = models.CharField(max_length=20, blank=True)  # why, `payouts.types.LEFT_OUT`; empty: it is paid

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "seller"], name="payouts_runitem_once")]
