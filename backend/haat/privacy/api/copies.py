"""A copy of my data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from haat.core.api.operation import operation
from haat.privacy import queries, services
from haat.privacy.api.base import MyAPI
from haat.privacy.models import Export

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet


class ExportOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    status = serializers.ChoiceField(Export.Status.choices)
    asked_at = serializers.DateTimeField()
    ready_at = serializers.DateTimeField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)
    size = serializers.IntegerField(help_text="Bytes")


class Exports(MyAPI):
    @operation("Copies I asked for here, newest first", output=ExportOut, many=True)
    def get(self, _request: Any) -> QuerySet[Export]:
        return queries.exports(user=self.user, brand_id=self.brand_id)

    @operation(
        "Ask for a copy of my data: of this brand on its host, of everything on the platform's", output=ExportOut, status=201, fresh=True,
    )  # fmt: skip
    def post(self, _request: Any) -> Export:
        return services.exports.ask(user=self.user, brand=self.brand, at=self.at)


class ExportFile(MyAPI):
    @extend_schema(
        summary="The copy, as a ZIP of JSON files", responses={(200, "application/zip"): OpenApiTypes.BINARY}
    )
    def get(self, _request: Any, export_id: UUID) -> HttpResponse:
        self.identity.require_fresh(self.at)
        export = queries.export_here(user=self.user, brand_id=self.brand_id, export_id=export_id)
        content = services.exports.fetch(export=export, at=self.at)
        headers = {"Content-Disposition": f'attachment; filename="haat-{export.asked_at:%Y-%m-%d}.zip"'}
        return HttpResponse(content, content_type="application/zip", headers=headers)
