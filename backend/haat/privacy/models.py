"""What people ask about themselves: a copy, to be forgotten, to be one person again. Shared tables; no brand reads them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.core.models import Entity, InsertOnly


class Export(Entity):
    """A copy of somebody's data, made by a job, kept encrypted in a private folder for some days."""

    class Status(models.TextChoices):
        ASKED = "asked"
        READY = "ready"
        EXPIRED = "expired"

    user = models.ForeignKey("identity.User", on_delete=models.CASCADE, related_name="+")
    brand_id = models.UUIDField(null=True)  # None: every brand
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ASKED)
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    size = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["user", "-asked_at"], name="privacy_export_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "brand_id"],
                condition=Q(status="asked"),
                nulls_distinct=False,
                name="privacy_export_one_asked",
            ),
        ]


class Erasure(Entity):
    """Somebody asked to be forgotten, by one brand or by all. It waits some days, and while things are open."""

    class Status(models.TextChoices):
        WAITING = "waiting"
        BLOCKED = "blocked"  # due, but something is open; looked at again every day
        RUNNING = "running"
        DONE = "done"
        CANCELLED = "cancelled"

    user = models.ForeignKey("identity.User", on_delete=models.PROTECT, related_name="+")
    brand_id = models.UUIDField(null=True)  # None: every brand, and the account itself
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.WAITING)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    brands: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict
    )  # id → what was done there

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "brand_id"], condition=~Q(status__in=["done", "cancelled"]), nulls_distinct=False,
                name="privacy_erasure_one_open",
            ),
        ]  # fmt: skip


class ErasureProof(InsertOnly):
    """That somebody was forgotten, when, and how much: without a word about who. Never changed."""

    erasure_id = models.UUIDField(unique=True)
    person_hash = models.CharField(max_length=64, db_index=True)  # keyed: only who knows the id can find it
    address_hashes: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    whole_person = models.BooleanField()  # the account too, or one brand only
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField()
    counts: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()  # brand id → table → rows
    kept: models.JSONField[list[Any], list[Any]] = models.JSONField()  # what stays, why and until when


class Merge(Entity):
    """Two accounts of one person become one. Proven on both sides, then done brand by brand."""

    class Status(models.TextChoices):
        PROVING = "proving"
        RUNNING = "running"
        DONE = "done"
        CANCELLED = "cancelled"

    source = models.ForeignKey("identity.User", on_delete=models.PROTECT, related_name="+")  # goes up into target
    target = models.ForeignKey("identity.User", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PROVING)
    began_at = models.DateTimeField()
    proven_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    needs: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # proofs still to come, in order
    portal = models.CharField(max_length=10)
    brand_id = models.UUIDField(null=True)
    brands: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)  # id → state there
    conflicts: models.JSONField[list[Any], list[Any]] = models.JSONField(
        default=list
    )  # what could not be both, in words

    class Meta:
        constraints = [
            models.CheckConstraint(name="privacy_merge_of_two", condition=~Q(source=models.F("target"))),
            models.UniqueConstraint(
                fields=["source"], condition=Q(status__in=["running", "done"]), name="privacy_merge_source_once"
            ),
        ]
