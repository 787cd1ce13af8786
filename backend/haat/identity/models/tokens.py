"""Sign-ins of API clients."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity
from haat.identity.models.people import User


class TokenFamily(Entity):
    """One sign-in of an API client: all its refresh tokens descend from here and end together."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="token_families")
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    methods: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # `amr`
    authenticated_at = models.DateTimeField()  # `auth_time`
    proved_at = models.DateTimeField(null=True)  # last proof by authenticator app or passkey: what step-up asks for
    security_version = models.PositiveIntegerField()
    user_agent = models.CharField(max_length=200, blank=True)
    revoked_at = models.DateTimeField(null=True)


class RefreshToken(Entity):
    """One use of a family. Only the hash is kept."""

    family = models.ForeignKey(TokenFamily, on_delete=models.CASCADE, related_name="tokens")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    consumed_at = models.DateTimeField(null=True)
