"""Codes that were sent."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity


class LoginChallenge(Entity):
    """One code sent to one address. The code itself is nowhere: it follows from a key and this row's id.

    It is worth something for its purpose, on its portal and brand, from the device that asked, and for the person who
    asked when somebody was signed in.
    """

    class Purpose(models.TextChoices):
        LOGIN = "login"
        CONFIRM = "confirm"  # proving again who is signed in
        CONTACT = "contact"  # proving a new address before it becomes a person's own
        MERGE = "merge"  # proving an address whose other account is to become part of this one

    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.LOGIN, db_default=Purpose.LOGIN)
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)  # who asked, where somebody is signed in; a login has nobody yet
    device_hash = models.CharField(
        max_length=64, blank=True, db_default=""
    )  # of the secret that only the asking device has
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
            models.Index(fields=["expires_at"], name="identity_challenge_age"),
        ]
