"""The brand's audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.audit import queries
from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.audit.models import AuditEntry


class Filters(serializers.Serializer[Any]):
    q = serializers.CharField(max_length=80, required=False)
    action = serializers.CharField(max_length=60, required=False, help_text="Its beginning: seller. or seller.approved")
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


class Log(AdminAPI):
    permission = "audit.read"

    @operation("Who did what, newest first", filters=Filters, output=EntryOut, many=True)
    def get(self, _request: Any) -> QuerySet[AuditEntry]:
        return queries.entries(**self.filters)


urlpatterns = [path("audit", Log.as_view())]
