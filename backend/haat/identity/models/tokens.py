"""Sign-ins: of browsers by session, of API clients by tokens. One record for both, so that ending it ends both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from haat.core.models import Entity
from haat.identity.models.people import User

if TYPE_CHECKING:
    from datetime import datetime


class TokenFamily(Entity):
    """One sign-in on one portal: its storefront session and all its refresh tokens hang on it and end with it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="token_families")
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    methods: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # `amr`
    began_at = models.DateTimeField(db_default=Now())
    authenticated_at = models.DateTimeField()  # `auth_time`; a later confirmation moves it
    proved_at = models.DateTimeField(null=True)  # last proof by authenticator app or passkey: what step-up asks for
    last_seen_at = models.DateTimeField(db_default=Now())
    security_version = models.PositiveIntegerField()
    user_agent = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=45, blank=True)  # IP address it was last used from
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-began_at"], name="identity_family_person")]

    def is_alive(self, at: datetime) -> bool:
        """Not ended, not idle for too long, not too old, and of a person who may still be here."""
        life = settings.HAAT_SIGN_IN_LIFE[self.portal]
        is_in_time = at < self.last_seen_at + life.idle and at < self.began_at + life.absolute
        is_wanted = self.user.is_active and self.user.security_version == self.security_version
        return self.revoked_at is None and is_in_time and is_wanted


class RefreshToken(Entity):
    """One use of a family. Only the hash is kept."""

    family = models.ForeignKey(TokenFamily, on_delete=models.CASCADE, related_name="tokens")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    consumed_at = models.DateTimeField(null=True)
