"""What people were told. Each row is one message to one address about one fact, once."""

from __future__ import annotations

from django.db import models

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity


class Notification(Entity):
    key = models.CharField(
        max_length=160, unique=True
    )  # fact, audience and channel: a repeated job tells nothing twice
    template = models.CharField(max_length=40)
    audience = models.CharField(max_length=10)  # customer | seller | staff
    owner_id = models.UUIDField(null=True)  # the customer or seller whose inbox it is in
    channel = models.CharField(max_length=5)  # email | sms
    address = EncryptedTextField()
    address_index = models.CharField(max_length=64, blank=True, db_index=True)
    subject = models.CharField(max_length=200, blank=True)
    text = EncryptedTextField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["audience", "owner_id", "-created_at"], name="notifications_inbox")]
