"""A brand's own customers and where they live. The brand knows nobody who has not joined it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity, InsertOnly


class Customer(Entity):
    """One person at one brand. `user_id` is the identity in `public`; contact data are the brand's own copies."""

    user_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = EncryptedTextField(blank=True)  # E.164
    phone_index = models.CharField(max_length=64, blank=True, db_index=True)
    language = models.CharField(max_length=8, default="en")
    joined_at = models.DateTimeField()
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name or self.email or "Customer"


class Address(Entity):
    """Where a customer wants parcels. Orders keep a copy, so changing it changes no order."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="addresses")
    name = EncryptedTextField()
    phone = EncryptedTextField()  # E.164
    line1 = EncryptedTextField()
    line2 = EncryptedTextField(blank=True)
    city = models.CharField(max_length=80)
    state = models.CharField(max_length=2)  # GST state code
    pin = models.CharField(max_length=6)
    country = models.CharField(max_length=2, default="IN")
    business_name = EncryptedTextField(blank=True, default="", db_default="")
    tax_number = EncryptedTextField(blank=True, default="", db_default="")  # GSTIN, TRN, …
    is_default = models.BooleanField(default=False)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=Q(is_default=True), name="customers_address_one_default"
            ),
            models.CheckConstraint(
                name="customers_address_default_is_live", condition=Q(is_default=False) | Q(archived_at=None)
            ),
            models.CheckConstraint(
                name="customers_address_business_whole",
                condition=Q(business_name="", tax_number="") | (~Q(business_name="") & ~Q(tax_number="")),
            ),
        ]
        indexes = [models.Index(fields=["customer"], condition=Q(archived_at=None), name="customers_address_live")]

    def __str__(self) -> str:
        return f"{self.city} {self.pin}"

    def snapshot(self) -> dict[str, Any]:
        """The address as an order keeps it."""
        names = ("name", "phone", "line1", "line2", "city", "state", "pin", "country", "business_name", "tax_number")
        return {name: getattr(self, name) for name in names}


class Consent(InsertOnly):
    """One decision of a customer about one purpose, with the words they read. The newest counts."""

    class Purpose(models.TextChoices):
        MARKETING_EMAIL = "marketing_email"
        MARKETING_SMS = "marketing_sms"

    class Place(models.TextChoices):
        SIGN_UP = "sign_up"
        CHECKOUT = "checkout"
        ACCOUNT = "account"
        MERGE = "merge"
        ERASURE = "erasure"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    granted = models.BooleanField()
    version = models.CharField(max_length=12)
    text = models.TextField()
    place = models.CharField(max_length=10, choices=Place.choices)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["customer", "purpose", "-at"], name="customers_consent_newest")]
