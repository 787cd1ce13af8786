"""Other people's sign-in: issuers that a brand trusts with its own portals, and visits to them."""

from __future__ import annotations

from django.db import models

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity


class IdentityProvider(Entity):
    """An OpenID issuer of one brand, such as its Keycloak. Good for that brand's portals and for nothing else."""

    brand_id = models.UUIDField()
    name = models.CharField(max_length=60)  # on the button
    issuer = models.CharField(max_length=300)
    client_id = models.CharField(max_length=200)
    client_secret = EncryptedTextField(blank=True)
    portals: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # customer | seller | admin
    domains: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # mail domains; empty: any
    trusts_factors = models.BooleanField(default=False)  # its word on a second factor counts as ours
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brand_id", "issuer", "client_id"], name="identity_provider_once"),
        ]


class ProviderLogin(Entity):
    """One visit to an issuer: what must come back, to which browser, and what came."""

    class Outcome(models.TextChoices):
        AWAY = "away"  # the person is at the issuer
        KNOWN = "known"  # this account belongs to a person: they may enter
        CONFIRM = "confirm"  # nobody's yet: the address has to be proven to us as well
        DONE = "done"
        FAILED = "failed"

    state_hash = models.CharField(max_length=64, unique=True)
    provider = models.CharField(max_length=40)  # key: `google`, or the id of a row
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    origin = models.CharField(max_length=300)  # scheme, host and port to come back to
    next = models.CharField(max_length=500, blank=True)
    device_hash = models.CharField(max_length=64)
    nonce = models.CharField(max_length=64)
    verifier = EncryptedTextField()
    connects_id = models.UUIDField(null=True)  # the signed-in person who wants this account for their own
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.AWAY)
    user_id = models.UUIDField(null=True)
    is_new = models.BooleanField(default=False)
    subject = models.CharField(max_length=191, blank=True)
    email = models.CharField(max_length=254, blank=True)
    methods: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["device_hash", "outcome"], name="identity_visit_device"),
            models.Index(fields=["expires_at"], name="identity_visit_age"),
        ]
