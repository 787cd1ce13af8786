"""Staff look through somebody else's eyes: for minutes, with a reason, read-only (docs/adr/0019)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.identity.models.people import User


class Viewing(Entity):
    """One borrowed view: who looks, as whom, where, why and until when. There is no way to prolong it."""

    class End(models.TextChoices):
        BUTTON = "button"
        TIME = "time"
        ROLE = "role"  # the right to look was taken away
        NEXT = "next"  # another view was opened

    staff = models.ForeignKey(User, on_delete=models.PROTECT, related_name="viewings")
    staff_scope = models.CharField(max_length=8)
    staff_role = models.CharField(max_length=20)
    security_version = models.PositiveIntegerField()  # the staff member's, when it began
    portal = models.CharField(max_length=10)  # where: seller | customer | admin
    brand_id = models.UUIDField()
    subject_id = models.UUIDField()  # the seller, the customer's person, or the brand
    subject_name = models.CharField(max_length=120)
    reason = models.TextField()
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ticket_hash = models.CharField(max_length=64, unique=True)
    ticket_expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True)
    requests = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=6, choices=End.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["staff"], condition=Q(ended_at=None), name="identity_viewing_one_at_a_time"
            ),
            models.CheckConstraint(
                name="identity_viewing_ends_with_a_cause",
                condition=Q(ended_at=None, end="") | (Q(ended_at__isnull=False) & ~Q(end="")),
            ),
        ]
        indexes = [
            models.Index(fields=["portal", "brand_id", "subject_id", "-started_at"], name="identity_viewing_subject"),
        ]

    def __str__(self) -> str:
        return self.subject_name


class ViewedPath(Entity):
    """What was looked at in a view, and how often."""

    viewing = models.ForeignKey(Viewing, on_delete=models.CASCADE, related_name="paths")
    path = models.CharField(max_length=300)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["viewing", "path"], name="identity_viewedpath_once")]
