"""The brand's account at the provider, and what it told us."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity, InsertOnly


class GatewayAccount(Entity):
    """The brand's own account at a provider. Without one the installation's account of the settings is used."""

    provider = models.CharField(max_length=20, unique=True)
    key_id = models.CharField(max_length=60)
    key_secret = EncryptedTextField()
    webhook_secret = EncryptedTextField()
    previous_webhook_secret = EncryptedTextField(blank=True)  # retries of old events are signed with it for a day
    webhook_secret_changed_at = models.DateTimeField(null=True)


class WebhookEvent(InsertOnly):
    """The provider's message without what it says of the payer; its id makes a repetition harmless."""

    provider = models.CharField(max_length=20)
    event_id = models.CharField(max_length=80)
    name = models.CharField(max_length=60)
    body: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provider", "event_id"], name="payments_webhook_once")]
