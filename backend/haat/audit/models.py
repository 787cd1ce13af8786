"""Who did what to which thing. Append-only by database right; sealing is a task's work (docs/adr/0010)."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import InsertOnly, Timestamped


class Name(Timestamped):
    """What a person in the log is called. The log keeps ids, so that a name can be forgotten and the log need not."""

    subject_id = models.CharField(max_length=64, primary_key=True)  # of an identity, or of a customer
    name = models.CharField(max_length=200, blank=True)
    forgotten_at = models.DateTimeField(null=True)


class AuditEntry(InsertOnly):
    at = models.DateTimeField()
    action = models.CharField(max_length=60)  # subject.verb: order.cancelled
    actor_kind = models.CharField(max_length=12)
    actor_id = models.CharField(max_length=36, blank=True)
    actor_name = models.CharField(max_length=120, blank=True)  # of the system; people are named by `Name`
    actor_role = models.CharField(max_length=20, blank=True)
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=64)
    object_label = models.CharField(max_length=200, blank=True)
    before: models.JSONField[Any, Any] = models.JSONField(null=True)
    after: models.JSONField[Any, Any] = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    address = models.CharField(max_length=45, blank=True)
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["object_type", "object_id"], name="audit_object"),
        ]
