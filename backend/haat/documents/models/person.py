"""Who a document is addressed to, where that is a person: the only part of a document that may be erased."""

from __future__ import annotations

from django.db import models

from haat.core.crypto import EncryptedTextField
from haat.core.models import Timestamped


class Addressee(Timestamped):
    document = models.OneToOneField(
        "documents.Document", on_delete=models.PROTECT, primary_key=True, related_name="addressee"
    )
    person = EncryptedTextField(blank=True)  # JSON: name, lines of the address, phone; and the salt of its hash
    erased_at = models.DateTimeField(null=True)
