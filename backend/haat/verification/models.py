"""Seller entities: the legal persons behind sellers, verified once for all brands. Brand roles cannot read them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity, InsertOnly

MASK = "••••"


class SellerEntity(Entity):
    """A legal person who wants to sell. The status follows from the requirements, then from a verifier."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        CHECKING = "checking"
        IN_REVIEW = "in_review"
        VERIFIED = "verified"
        NEEDS_CHANGES = "needs_changes"
        REJECTED = "rejected"
        SUSPENDED = "suspended"

    class GstStatus(models.TextChoices):
        REGULAR = "regular"
        COMPOSITION = "composition"
        UNREGISTERED = "unregistered"

    owner = models.ForeignKey("identity.User", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.DRAFT)
    legal_name = models.CharField(max_length=200, blank=True)
    trade_name = models.CharField(max_length=120, blank=True)
    pan = EncryptedTextField(blank=True)
    pan_index = models.CharField(max_length=64, blank=True)
    pan_last4 = models.CharField(max_length=4, blank=True)
    holder_type = models.CharField(max_length=1, blank=True)  # fourth letter of the PAN: P person, C company, …
    gst_status = models.CharField(max_length=12, choices=GstStatus.choices, default=GstStatus.REGULAR)
    gstin = models.CharField(max_length=15, blank=True)
    state = models.CharField(max_length=2, blank=True)  # GST state code
    address = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=80, blank=True)
    pin = models.CharField(max_length=6, blank=True)
    bank_account = EncryptedTextField(blank=True)
    bank_index = models.CharField(max_length=64, blank=True, db_index=True)
    bank_last4 = models.CharField(max_length=4, blank=True)
    ifsc = models.CharField(max_length=11, blank=True)
    account_holder = EncryptedTextField(blank=True)
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decision_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            # A draft does not hold a PAN: anybody can type one, and its true owner must still get in.
            models.UniqueConstraint(
                fields=["pan_index"],
                condition=~Q(status__in=["draft", "rejected"]) & ~Q(pan_index=""),
                name="verification_entity_pan_once",
            ),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(status="draft"), name="verification_entity_one_draft"
            ),
            models.CheckConstraint(
                name="verification_entity_decided",
                condition=~Q(status__in=["verified", "needs_changes", "rejected", "suspended"])
                | Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="verification_entity_submitted",
                condition=Q(status="draft") | Q(submitted_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["status", "submitted_at"], name="verification_entity_queue")]

    def __str__(self) -> str:
        return self.legal_name or self.trade_name or "Unnamed entity"

    @property
    def is_editable(self) -> bool:
        return self.status in {self.Status.DRAFT, self.Status.NEEDS_CHANGES}

    @property
    def pan_masked(self) -> str:
        return f"{MASK}{self.pan_last4}" if self.pan_last4 else ""

    @property
    def bank_account_masked(self) -> str:
        return f"{MASK}{self.bank_last4}" if self.bank_last4 else ""


class Requirement(Entity):
    """One thing that must be in order before an entity is verified, with what was found."""

    class Kind(models.TextChoices):
        IDENTITY_PAN = "identity_pan"
        GSTIN = "gstin"
        REGISTERED_ADDRESS = "registered_address"
        PICKUP_ADDRESS = "pickup_address"
        BANK_ACCOUNT = "bank_account"
        AGREEMENT = "agreement"

    class Status(models.TextChoices):
        PENDING = "pending"
        PASSED = "passed"
        FAILED = "failed"
        WAIVED = "waived"

    entity = models.ForeignKey(SellerEntity, on_delete=models.CASCADE, related_name="requirements")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PENDING)
    reason = models.TextField(blank=True)  # why it failed, or why it was waived
    waived_by = models.UUIDField(null=True)
    waived_by_name = models.CharField(max_length=120, blank=True)
    evidence: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entity", "kind"], name="verification_requirement_once"),
            models.CheckConstraint(
                name="verification_requirement_reasoned",
                condition=~Q(status__in=["failed", "waived"]) | ~Q(reason=""),
            ),
        ]

    @property
    def is_settled(self) -> bool:
        """In order: it stands in nobody's way."""
        return self.status in {self.Status.PASSED, self.Status.WAIVED}


class Decision(InsertOnly):
    """What a verifier decided, and why. Never changed; the next decision is another row."""

    entity = models.ForeignKey(SellerEntity, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=14)
    reason = models.TextField(blank=True)
    by = models.UUIDField(null=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["entity", "-at"], name="verification_decision_latest")]


class Presence(Entity):
    """An entity sells on a brand, or has asked to: whom to tell when something changes."""

    entity = models.ForeignKey(SellerEntity, on_delete=models.PROTECT, related_name="presences")
    brand = models.ForeignKey("tenancy.Brand", on_delete=models.PROTECT, related_name="+")
    seller_id = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entity", "brand"], name="verification_presence_once"),
        ]


class LinkedAccount(Entity):
    """An entity's account under one gateway account of the payment provider, step by step as it was opened.

    Brands that share a gateway account share it; the provider refuses a second one for the same person.
    """

    entity = models.ForeignKey(SellerEntity, on_delete=models.PROTECT, related_name="linked_accounts")
    gateway_account = models.CharField(max_length=40)  # key id of the merchant
    account_id = models.CharField(max_length=40, blank=True)
    stakeholder_id = models.CharField(max_length=40, blank=True)
    product_id = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=24, blank=True)  # activation_status of its Route product
    reason = models.TextField(blank=True)  # what the provider still asks for

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entity", "gateway_account"], name="verification_linkedaccount_once"),
        ]
