"""The platform's own audit log, kept in its house brand."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.audit import queries
from haat.core.api.base import PlatformAPI
from haat.core.api.operation import operation
from haat.tenancy import queries as tenancy_queries
from haat.tenancy.context import brand_scope


class Filters(serializers.Serializer[Any]):
    q = serializers.CharField(max_length=80, required=False)
    action = serializers.CharField(max_length=60, required=False, help_text="Its beginning: entity. or brand.suspended")
    actor = serializers.CharField(max_length=80, required=False)
    object_id = serializers.CharField(max_length=64, required=False)


class EntryOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    actor = serializers.CharField(source="shown_actor")
    role = serializers.CharField(source="actor_role")
    action = serializers.CharField()
    object_type = serializers.CharField()
    object_id = serializers.CharField()
    object_label = serializers.CharField(source="shown_label")
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)
    reason = serializers.CharField()
    ip = serializers.CharField(source="address")
    request_id = serializers.CharField()


class Log(PlatformAPI):
    permission = "audit.read"

    @operation("Who did what on the platform, newest first", filters=Filters, output=EntryOut, many=True)
    def get(self, _request: Any) -> tuple[Any, ...]:
        with brand_scope(tenancy_queries.house()):  # rows are read before the house is left, so this is the page itself
            return tuple(self.page_of(queries.entries(**self.filters)))


urlpatterns = [path("audit", Log.as_view())]
