"""A difference between the provider and us, or work that does not move: one row however often it is found."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class ReconBreak(Entity):
    class State(models.TextChoices):
        OPEN = "open"
        EXPLAINED = "explained"  # somebody said why; it stays while the difference does
        RESOLVED = "resolved"  # the difference is gone, or somebody said that it is

    kind = models.CharField(max_length=30)  # `books.types.KINDS`
    subject = models.CharField(max_length=80)  # the provider's id of the thing, or ours
    reference = models.CharField(max_length=60, blank=True)  # the public number it is about
    ours: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    theirs: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    amount_minor = models.BigIntegerField(default=0)  # theirs less ours
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField()  # first, or again after it was gone
    seen_at = models.DateTimeField()  # last
    times = models.PositiveIntegerField(default=1)  # how often it came back after it was gone, and the first
    owner_id = models.CharField(max_length=36, blank=True)  # the member of staff who looks after it
    told_at = models.DateTimeField(null=True)  # when people were written to about it; anew after it was gone
    note = models.TextField(blank=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by_itself = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["state", "-found_at", "-id"], name="books_break_queue")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject"], name="books_break_once"),
            models.CheckConstraint(
                name="books_break_resolved_when",
                condition=Q(state="resolved", resolved_at__isnull=False)
                | (~Q(state="resolved") & Q(resolved_at__isnull=True)),
            ),
            models.CheckConstraint(name="books_break_explained_why", condition=~Q(state="explained") | ~Q(note="")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
