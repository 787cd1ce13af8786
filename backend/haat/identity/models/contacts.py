"""Changes of an address by which a person signs in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.identity.models.people import User


class ContactChange(Entity):
    """A phone or e-mail that was changed. While it can be undone the old address is held: nobody else can take it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="contact_changes")
    channel = models.CharField(max_length=5)  # email | sms
    old = models.CharField(max_length=254, blank=True)  # empty: there was none
    new = models.CharField(max_length=254)
    told = models.CharField(max_length=254, blank=True)  # who got the link that undoes it
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    sender = models.CharField(max_length=120)
    changed_at = models.DateTimeField()
    undo_until = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["old"], condition=Q(undone_at=None), name="identity_contact_held"),
            models.Index(fields=["user", "-changed_at"], name="identity_contact_person"),
        ]
