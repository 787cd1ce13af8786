"""Sellers of a brand. Who they are in law is verified in `public`; here is the copy that the brand may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity

if TYPE_CHECKING:
    from datetime import datetime


TIER = r"^[a-z0-9][a-z0-9-]{0,19}$"


class Seller(Entity):
    """One seller entity's shop on this brand. Only a verified entity can be active, and the database says so."""

    class Status(models.TextChoices):
        APPLIED = "applied"
        APPROVED = "approved"
        ACTIVE = "active"
        PAUSED = "paused"
        SUSPENDED = "suspended"
        TERMINATED = "terminated"

    class FrozenBy(models.TextChoices):
        CONTACT = "contact_changed", _("the phone or e-mail of somebody in the shop was changed")
        BANK = "bank_changed", _("the bank account was changed")

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.APPLIED)
    applied_at = models.DateTimeField()  # when the application was begun
    submitted_at = models.DateTimeField(null=True)  # when it was sent in; before that the brand's staff do not see it
    approved_at = models.DateTimeField(null=True)  # when the brand said yes, whatever the entity's state
    decision_reason = models.TextField(blank=True)  # of the last refusal or suspension, in the words the seller reads
    is_own = models.BooleanField(default=False, db_default=False)  # the brand itself sells here: gift cards may pay
    tier = models.CharField(
        max_length=20, blank=True, default="", db_default=""
    )  # the brand's own code such as "gold"; commission rules may be for a tier
    score = models.PositiveSmallIntegerField(default=100)  # 0 to 100; lowered by late, cancelled and returned orders

    # Copy of the verified entity, kept in line by `services.follow_entity`
    entity_id = models.UUIDField(unique=True)
    entity_status = models.CharField(max_length=14, default="draft")
    legal_name = models.CharField(max_length=200, blank=True)
    holder_type = models.CharField(max_length=1, blank=True)  # fourth letter of the PAN
    pan_last4 = models.CharField(max_length=4, blank=True)
    gst_status = models.CharField(max_length=12, default="regular")  # regular | composition | unregistered
    gstin = models.CharField(max_length=15, blank=True)
    state = models.CharField(max_length=2, blank=True)  # GST state code of the registered place
    address = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=80, blank=True)
    pin = models.CharField(max_length=6, blank=True)

    # The payment provider's account that this seller's share is transferred to
    linked_account_id = models.CharField(max_length=40, blank=True)
    linked_account_status = models.CharField(max_length=24, blank=True)
    linked_account_reason = models.TextField(blank=True)
    payouts_frozen_until = models.DateTimeField(null=True)  # after a change by which a thief would move the money
    payouts_frozen_reason = models.CharField(max_length=16, choices=FrozenBy.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sellers_seller_active_is_verified",
                condition=~Q(status__in=["active", "paused"]) | Q(entity_status="verified"),
            ),
            models.CheckConstraint(
                name="sellers_seller_active_is_approved",
                condition=~Q(status__in=["approved", "active", "paused"])
                | Q(submitted_at__isnull=False, approved_at__isnull=False),
            ),
            models.CheckConstraint(name="sellers_seller_score_range", condition=Q(score__lte=100)),
            models.CheckConstraint(name="sellers_seller_tier", condition=Q(tier="") | Q(tier__regex=TIER)),
        ]
        indexes = [models.Index(fields=["status", "-submitted_at"], name="sellers_seller_queue")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:
        """Customers can buy from it now."""
        return self.status == self.Status.ACTIVE and self.entity_status == "verified"

    def is_frozen(self, at: datetime) -> bool:
        """Its payouts wait, although it could be paid."""
        return self.payouts_frozen_until is not None and at < self.payouts_frozen_until

    @property
    def is_payable(self) -> bool:
        """The payment provider accepts transfers to it."""
        return bool(self.linked_account_id) and self.linked_account_status == "activated"


class PickupPlace(Entity):
    """Where a seller's parcels start."""

    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="pickup_places")
    name = models.CharField(max_length=80)
    address = EncryptedTextField(was_plain=True)
    city = models.CharField(max_length=80)
    state = models.CharField(max_length=2)  # GST state code
    pin = models.CharField(max_length=6)
    is_default = models.BooleanField(default=True)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seller"],
                condition=Q(is_default=True, archived_at=None),
                name="sellers_pickupplace_one_default",
            ),
            models.UniqueConstraint(
                "seller", Lower("name"), condition=Q(archived_at=None), name="sellers_pickupplace_name_once"
            ),
            models.CheckConstraint(
                name="sellers_pickupplace_default_open", condition=Q(is_default=False) | Q(archived_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.city}"
