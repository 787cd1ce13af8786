"""A seller's papers: what is issued on its behalf, and what the brand issues to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.documents import queries, services
from haat.documents.api.shapes import (
    MONTH,
    PDF,
    ZIP,
    DocumentOut,
    DocumentRowOut,
    FileFilters,
    RegisterFilters,
    file,
    stream,
)
from haat.tax.queries import month

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet
    from django.http import HttpResponse, StreamingHttpResponse

    from haat.documents.models import Document


class ArchiveFilters(Strict):
    month = serializers.RegexField(MONTH)
    kind = serializers.CharField(required=False)


class SlipFilters(Strict):
    parts = serializers.CharField(max_length=5_000, help_text="Numbers of parcels, separated by commas")
    view = serializers.BooleanField(required=False, default=False)


class Own(SellerAPI):
    """Who packs sees the papers of sales; those of the seller's own money are for who may see payouts."""

    permission = "orders.read"

    def mine(self) -> QuerySet[Document]:
        asked = month(self.filters["month"], self.brand) if self.filters.get("month") else None
        rows = queries.seller_documents(
            seller=self.seller, kind=self.filters.get("kind", ""), month=asked, text=self.filters.get("q", "")
        )
        return queries.within(rows, permissions=self.identity.membership("seller").permissions)

    def one(self, document_id: UUID) -> Document:
        permissions = self.identity.membership("seller").permissions
        return queries.seller_document(seller=self.seller, document_id=document_id, permissions=permissions)


class Documents(Own):
    @operation("My documents, newest first", output=DocumentRowOut, filters=RegisterFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Document]:
        return self.mine()


class Archive(Own):
    @operation("All of them of a month in one ZIP file", filters=ArchiveFilters, file=ZIP)
    def get(self, _request: Any) -> StreamingHttpResponse:
        name = f"{self.seller.slug}-{self.filters['month']}.zip"
        return stream(services.as_zip(rows=self.mine(), brand=self.brand), name)


class OneDocument(Own):
    @operation("One document as data", output=DocumentOut)
    def get(self, _request: Any, document_id: UUID) -> Document:
        return self.one(document_id)


class DocumentFile(Own):
    @operation("One document as PDF", filters=FileFilters, file=PDF)
    def get(self, _request: Any, document_id: UUID) -> HttpResponse:
        found = self.one(document_id)
        return file(services.pdf(found), services.file_name(found), view=self.filters["view"])


class PackingSlips(Own):
    @operation("Packing slips of one or several parcels, in one PDF", filters=SlipFilters, file=PDF)
    def get(self, _request: Any) -> HttpResponse:
        numbers = [one.strip() for one in self.filters["parts"].split(",") if one.strip()]
        body = services.packing_slips(parts=queries.parts_to_pack(seller=self.seller, numbers=numbers), at=self.at)
        return file(body, "packing-slips.pdf", view=self.filters["view"])


urlpatterns = [
    path("documents", Documents.as_view()),
    path("documents/archive", Archive.as_view()),
    path("documents/<uuid:document_id>", OneDocument.as_view()),
    path("documents/<uuid:document_id>/file", DocumentFile.as_view()),
    path("packing-slips", PackingSlips.as_view()),
]
