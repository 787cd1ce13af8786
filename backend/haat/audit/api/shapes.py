"""What both logs ask and answer: the brand's and the platform's."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.audit import queries
from haat.core.api.fields import Strict


class FiltersBase(serializers.Serializer[Any]):
    q = serializers.CharField(
        max_length=80,
        min_length=queries.WORD_LENGTH_MIN,
        required=False,
        help_text="Words in thing, person, act, reason",
    )
    action = serializers.CharField(max_length=60, required=False, help_text="Its beginning: seller. or seller.approved")
    actor = serializers.CharField(max_length=80, min_length=queries.WORD_LENGTH_MIN, required=False)
    actor_id = serializers.UUIDField(required=False)
    object_id = serializers.CharField(max_length=64, required=False)
    object_type = serializers.CharField(max_length=60, required=False)
    request_id = serializers.CharField(max_length=64, required=False)
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False)


class Filters(FiltersBase):
    pass


class ExportIn(FiltersBase, Strict):
    """The same filters, as the body of an order for a file."""


class EntryOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    actor = serializers.CharField(source="shown_actor")
    actor_id = serializers.CharField()
    role = serializers.CharField(source="actor_role")
    on_behalf_of = serializers.CharField(source="shown_on_behalf_of")
    action = serializers.CharField()
    object_type = serializers.CharField()
    object_id = serializers.CharField()
    object_label = serializers.CharField(source="shown_label")
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)
    reason = serializers.CharField()
    ip = serializers.CharField(source="address")
    request_id = serializers.CharField()
    sealed = serializers.BooleanField()


class StandingOut(serializers.Serializer[Any]):
    sealed = serializers.IntegerField(help_text="Position of the last seal")
    sealed_at = serializers.DateTimeField(allow_null=True)
    hash = serializers.CharField()
    verified = serializers.IntegerField(help_text="Position up to which the log was last proved")
    verified_at = serializers.DateTimeField(allow_null=True)
    faults = serializers.ListField(child=serializers.CharField())


class FileOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()
    rows = serializers.IntegerField()
    is_cut = serializers.BooleanField(help_text="There was more than one file may hold; narrow the dates")


class LogPage:
    """Paging of a log: the total ends at `queries.COUNTED_MAX`."""

    meta: dict[str, Any]

    def log_page(self, filters: dict[str, Any]) -> list[Any]:
        asked: dict[str, Any] = {name: str(value) if name.endswith("_id") else value for name, value in filters.items()}
        rows = queries.entries(**asked)
        page, limit = self._number("page", 1, None), self._number("limit", 20, 100)  # type: ignore[attr-defined]  # HaatAPI's, beside which this stands
        self.meta |= {"page": page, "limit": limit, "total": queries.counted(rows)}
        return list(queries.with_seals(rows)[(page - 1) * limit : page * limit])
