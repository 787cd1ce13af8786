"""What the brand wants with reviews."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Timestamped


class Policy(Timestamped):
    """One row a brand; without it the defaults hold."""

    class Publish(models.TextChoices):
        AT_ONCE = "at_once"  # but for what holds contacts or links
        APPROVAL = "approval"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    publish = models.CharField(max_length=8, choices=Publish.choices, default=Publish.AT_ONCE)
    ask_after_days = models.PositiveSmallIntegerField(default=5)  # after delivery, by mail; 0: never

    class Meta:
        constraints = [
            models.CheckConstraint(name="reviews_policy_single", condition=Q(id=1)),
            models.CheckConstraint(name="reviews_policy_days", condition=Q(ask_after_days__lte=60)),
        ]

    def __str__(self) -> str:
        return "Reviews"
