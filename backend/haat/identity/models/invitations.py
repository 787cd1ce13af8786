"""Somebody is asked to join a team."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.identity.models.people import User


class Invitation(Entity):
    """A role that waits for the person behind one address. Accepted once, by that person only."""

    scope = models.CharField(max_length=8)
    brand_id = models.UUIDField(null=True)
    seller_id = models.UUIDField(null=True)
    place = models.CharField(max_length=120)  # the shop, brand or platform, as the letter names it
    role = models.CharField(max_length=20)
    identifier = models.CharField(max_length=254)
    channel = models.CharField(max_length=5)  # sms | email
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)  # of the link's token, which follows from a key
    generation = models.PositiveSmallIntegerField(default=1)  # sending again makes another link and kills the old one
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "brand_id", "seller_id", "identifier"],
                condition=Q(accepted_at=None, revoked_at=None),
                nulls_distinct=False,
                name="identity_invitation_once",
            ),
            models.CheckConstraint(
                name="identity_invitation_ends_once", condition=Q(accepted_at=None) | Q(revoked_at=None)
            ),
            models.CheckConstraint(
                name="identity_invitation_accepted_by_somebody",
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["identifier"], condition=Q(accepted_at=None, revoked_at=None), name="identity_invitation_open"
            ),
        ]
