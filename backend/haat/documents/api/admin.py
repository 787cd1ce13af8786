"""The brand's register of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.documents import queries, services
from haat.documents.api.shapes import MONTH, PDF, DocumentOut, DocumentRowOut, FileFilters, RegisterFilters, file
from haat.tax.queries import month

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from haat.documents.models import Document


class AdminFilters(RegisterFilters):
    seller = serializers.CharField(required=False)


class MonthIn(Strict):
    month = serializers.RegexField(MONTH, help_text="Of issue, such as 2026-10")
    kind = serializers.CharField(required=False, allow_blank=True)


class CsvOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()
    rows = serializers.IntegerField()


class SeriesOut(serializers.Serializer[Any]):
    supplier = serializers.CharField()
    kind = serializers.CharField()
    year = serializers.CharField()
    first = serializers.CharField()
    last = serializers.CharField()
    count = serializers.IntegerField()
    missing = serializers.ListField(child=serializers.CharField(), help_text="Numbers that no document has")
    holds = serializers.BooleanField()


class Documents(AdminAPI):
    permission = "documents.read"

    @operation("The register of documents, newest first", output=DocumentRowOut, filters=AdminFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Document]:
        asked = month(self.filters["month"], self.brand) if self.filters.get("month") else None
        rest = {name: self.filters.get(name, "") for name in ("kind", "seller")}
        return queries.documents(month=asked, text=self.filters.get("q", ""), **rest)


class OneDocument(AdminAPI):
    permission = "documents.read"

    @operation("One document as data", output=DocumentOut)
    def get(self, _request: Any, document_id: UUID) -> Document:
        return queries.document(document_id)


class DocumentFile(AdminAPI):
    permission = "documents.read"

    @operation("One document as PDF; that it was taken is noted", filters=FileFilters, file=PDF)
    def get(self, _request: Any, document_id: UUID) -> HttpResponse:
        found = services.taken(queries.document(document_id))
        return file(services.pdf(found), services.file_name(found), view=self.filters["view"])


class AllSeries(AdminAPI):
    permission = "documents.read"

    @operation("Each series of numbers, and whether one is missing", output=SeriesOut, many=True)
    def get(self, _request: Any) -> list[Any]:
        return queries.series()


class Register(AdminAPI):
    permission = "reports.read"

    @operation("The register of a month as a file; that it was taken is noted", input=MonthIn, output=CsvOut)
    def post(self, _request: Any) -> dict[str, Any]:
        asked = month(self.input["month"], self.brand)
        return services.export_register(month=asked, brand=self.brand, kind=self.input.get("kind", ""))


urlpatterns = [
    path("documents", Documents.as_view()),
    path("documents/series", AllSeries.as_view()),
    path("documents/register", Register.as_view()),
    path("documents/<uuid:document_id>", OneDocument.as_view()),
    path("documents/<uuid:document_id>/file", DocumentFile.as_view()),
]
