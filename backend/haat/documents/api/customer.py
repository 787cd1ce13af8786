"""Papers of the customer's own orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import CustomerAPI
from haat.core.api.operation import operation
from haat.documents import queries, services
from haat.documents.api.shapes import PDF, DocumentOut, DocumentRowOut, FileFilters, file

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from haat.documents.models import Document


class OrderDocuments(CustomerAPI):
    @operation("Invoices and credit notes of one of my orders", output=DocumentRowOut, many=True)
    def get(self, _request: Any, number: str) -> tuple[Document, ...]:
        return self.all_of(queries.customer_documents(customer=self.customer, number=number))


class OneDocument(CustomerAPI):
    @operation("One of them as data", output=DocumentOut)
    def get(self, _request: Any, document_id: UUID) -> Document:
        return queries.customer_document(customer=self.customer, document_id=document_id)


class DocumentFile(CustomerAPI):
    @operation("One of them as PDF", filters=FileFilters, file=PDF)
    def get(self, _request: Any, document_id: UUID) -> HttpResponse:
        found = queries.customer_document(customer=self.customer, document_id=document_id)
        return file(services.pdf(found), services.file_name(found), view=self.filters["view"])


urlpatterns = [
    path("orders/<str:number>/documents", OrderDocuments.as_view()),
    path("documents/<uuid:document_id>", OneDocument.as_view()),
    path("documents/<uuid:document_id>/file", DocumentFile.as_view()),
]
