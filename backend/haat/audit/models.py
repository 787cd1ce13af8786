"""Who did what to which thing, and the seals over it. Both append-only by database right (docs/adr/0010, 0020)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat, Upper

from haat.core.models import InsertOnly, Timestamped

SPACE = Value(" ")


class Name(Timestamped):
    """What a person in the log is called. The log keeps ids, so that a name can be forgotten and the log need not."""

    subject_id = models.CharField(max_length=64, primary_key=True)  # of an identity, or of a customer
    name = models.CharField(max_length=200, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="audit_name_words")]


class AuditEntry(InsertOnly):
    at = models.DateTimeField()
    action = models.CharField(max_length=60)  # subject.verb: order.cancelled
    actor_kind = models.CharField(max_length=12)
    actor_id = models.CharField(max_length=36, blank=True)
    actor_name = models.CharField(max_length=120, blank=True)  # of the system; people are named by `Name`
    actor_role = models.CharField(max_length=20, blank=True)
    on_behalf_of = models.CharField(
        max_length=120, blank=True, db_default=""
    )  # whose view a member of staff had: a name, or a customer's id
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=64)
    object_label = models.CharField(max_length=200, blank=True)
    before: models.JSONField[Any, Any] = models.JSONField(null=True)
    after: models.JSONField[Any, Any] = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    address = models.CharField(max_length=45, blank=True)
    request_id = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=80, blank=True, db_default="")  # keyed hash of all of the above, made at writing
    words: models.GeneratedField = models.GeneratedField(
        expression=Upper(
            Concat(
                F("object_label"),
                SPACE,
                F("actor_name"),
                SPACE,
                F("action"),
                SPACE,
                F("reason"),
                output_field=models.TextField(),
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )  # what a search for words looks at

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["object_type", "object_id"], name="audit_object"),
            models.Index(fields=["object_id", "-at"], name="audit_thing"),
            models.Index(
                fields=["action", "-at"], name="audit_action", opclasses=["varchar_pattern_ops", "timestamptz_ops"]
            ),
            models.Index(fields=["actor_id", "-at"], name="audit_actor"),
            models.Index(fields=["request_id"], name="audit_request"),
            GinIndex(fields=["words"], name="audit_words", opclasses=["gin_trgm_ops"]),
        ]


class AuditSeal(InsertOnly):
    """One link of the brand's chain: it names an entry, what the entry said, and the link before."""

    position = models.PositiveBigIntegerField(unique=True)  # 1, 2, 3 … without a gap
    entry_id = models.UUIDField(unique=True)  # no key, so that a planted deletion is found and not refused
    content = models.CharField(max_length=80)  # keyed hash of the entry as it was when it was sealed
    hash = models.CharField(max_length=80)  # keyed hash of position, entry, content and the hash before
