"""Edits of what is in the shop, waiting for the brand; whom it trusts; and what was decided, to be undone for a while."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.catalog.models.products import Product
from haat.core.models import Entity


class ProductChange(Entity):
    """What a seller wants to change of a published product, as field → value; the shop keeps `before` until approval.

    Variants are under `variants`, by id; those that are new exist already and are not live. Pictures are under `media`.
    """

    class Status(models.TextChoices):
        PENDING = "pending"
        APPROVED = "approved"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="changes")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PENDING)
    before: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    after: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    reason_code = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)  # the seller reads it word for word
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["status", "created_at"], name="catalog_change_by_status"),
            models.Index(fields=["product", "-created_at"], name="catalog_change_of_product"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["product"], name="catalog_change_one_waits", condition=Q(status="pending")),
            models.CheckConstraint(
                name="catalog_change_rejected_with_reason", condition=~Q(status="rejected") | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="catalog_change_decided", condition=Q(status="pending") ^ Q(decided_at__isnull=False)
            ),
        ]


class SellerTrust(Entity):
    """Whether a seller's goods and edits need a look; without a row the brand's own rule counts."""

    seller = models.OneToOneField("sellers.Seller", on_delete=models.CASCADE, related_name="+")
    is_trusted = models.BooleanField()


class Decision(Entity):
    """One decision of a member of staff with what was there before, so that it can be taken back exactly."""

    class Verb(models.TextChoices):
        PUBLISH = "publish"
        REJECT = "reject"
        APPROVE_CHANGE = "approve_change"
        REJECT_CHANGE = "reject_change"

    batch = models.UUIDField()
    verb = models.CharField(max_length=14, choices=Verb.choices)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    change = models.ForeignKey(ProductChange, on_delete=models.CASCADE, null=True, related_name="+")
    before: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    after: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    user_id = models.UUIDField(null=True)  # who decided; only they take it back
    decided_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["batch"], name="catalog_decision_of_batch")]
