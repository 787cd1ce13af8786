"""Bases of every table, the outbox of jobs and the store of idempotent answers."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Func, Q

from haat.core.ids import new_id


class CurrentUser(Func):
    """PostgreSQL's current_user: the database role that writes the row."""

    template = "CURRENT_USER"
    output_field = models.CharField()


class Timestamped(models.Model):
    """A row that changes: both times are set by the caller's clock at save."""

    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    updated_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Entity(Timestamped):
    """A row with a time-ordered UUID as its key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class InsertOnly(models.Model):
    """A row that is never changed or deleted: the wall grants brand roles only INSERT and SELECT on its table."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    insert_only: ClassVar[bool] = True

    class Meta:
        abstract = True


class RowOwner(models.Model):
    """A row in `public` that belongs to the database role which wrote it (row-level security keys on it)."""

    principal = models.CharField(max_length=63, db_default=CurrentUser(), editable=False)
    brand_id = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Job(RowOwner):
    """One thing to do after the commit that asked for it: outbox towards the broker, inbox of the worker.

    The row is written in the transaction of its cause and marked done in the transaction of its effect,
    so it happens once although it may be delivered often.
    """

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=100)
    payload: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()
    actor: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField()
    request_id = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=45, blank=True, db_default="")  # where the request came from
    unique_key = models.CharField(max_length=200, null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    available_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    locked_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["available_at", "id"], name="core_job_due", condition=Q(done_at=None, failed_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["principal", "name", "unique_key"],
                name="core_job_once",
                condition=Q(done_at=None, failed_at=None),
            ),
            models.CheckConstraint(name="core_job_ends_once", condition=Q(done_at=None) | Q(failed_at=None)),
        ]


class IdempotencyKey(RowOwner):
    """A request that must take effect once, and the answer it got."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scope = models.CharField(max_length=200)  # who and which endpoint
    key = models.CharField(max_length=100)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)  # None while it runs
    answer: models.JSONField[Any, Any] = models.JSONField(null=True)
    started_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["principal", "scope", "key"], name="core_idempotencykey_once"),
        ]
