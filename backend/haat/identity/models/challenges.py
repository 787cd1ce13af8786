"""Codes that were sent."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity


class LoginChallenge(Entity):
    """One code sent to one address. The code itself is nowhere: it follows from a key and this row's id."""

    purpose = models.CharField(max_length=12, default="login")  # login | confirm | contact | merge
    user_id = models.UUIDField(null=True)  # whose proof it is, when a signed-in person asked for it
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    identifier = models.CharField(max_length=254)
    channel = models.CharField(max_length=5)  # sms | email
    name = models.CharField(max_length=120, blank=True)
    sender = models.CharField(max_length=120)  # who the message speaks for
    generation = models.PositiveSmallIntegerField(default=1)  # a resend makes another code and kills the old one
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["identifier", "sent_at"], name="identity_challenge_person"),
            models.Index(fields=["address", "sent_at"], name="identity_challenge_address"),
        ]
