"""When and how sellers are paid: the brand's plan, what a seller has of its own, and who must wait."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Schedule(models.TextChoices):
    DAILY = "daily"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    MANUAL = "manual"


class Rail(models.TextChoices):
    """How money goes that is not on hold at the provider in the seller's name."""

    NONE = "none"  # it stays in the balance
    BANK = "bank_file"
    DIRECT = "route_direct"


class PayoutPlan(Entity):
    """One row without a seller is the brand's; a seller's own row replaces it as a whole.

    The two limits above which a second person is asked are the brand's alone.
    """

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    schedule = models.CharField(max_length=12, choices=Schedule.choices, default=Schedule.DAILY)
    weekday = models.PositiveSmallIntegerField(default=0)  # 0 is Monday
    month_day = models.PositiveSmallIntegerField(default=1)  # the last day of a shorter month
    hold_days = models.PositiveSmallIntegerField(default=0)  # after the return window
    minimum_minor = models.BigIntegerField(default=0)
    reserve_bp = models.PositiveIntegerField(default=0)  # of the sales in a payout
    reserve_days = models.PositiveSmallIntegerField(default=0)
    off_rail = models.CharField(max_length=12, choices=Rail.choices, default=Rail.NONE)
    second_person_minor = models.BigIntegerField(null=True)  # of a run; none: one person is enough
    adjustment_alone_minor = models.BigIntegerField(null=True)  # of one adjustment

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller"], nulls_distinct=False, name="payouts_plan_once"),
            models.CheckConstraint(
                name="payouts_plan_bounds",
                condition=Q(weekday__lte=6, month_day__gte=1, month_day__lte=31, minimum_minor__gte=0, reserve_bp__lte=10_000)
                & (Q(reserve_bp=0) | Q(reserve_days__gte=1)),
            ),
            models.CheckConstraint(
                name="payouts_plan_limits_of_brand",
                condition=Q(seller=None) | Q(second_person_minor=None, adjustment_alone_minor=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.seller.name if self.seller else "brand"


class PayoutHold(Entity):
    """A seller, or one payout of it, waits until somebody lets go."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    payout = models.ForeignKey("payouts.Payout", on_delete=models.CASCADE, null=True, related_name="holds")
    reason = models.CharField(max_length=200)
    by = models.UUIDField()
    at = models.DateTimeField()
    released_by = models.UUIDField(null=True)
    released_at = models.DateTimeField(null=True)
    release_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller", "payout"],
                nulls_distinct=False,
                condition=Q(released_at=None),
                name="payouts_hold_once",
            ),
            models.CheckConstraint(name="payouts_hold_reasoned", condition=~Q(reason="")),
        ]
