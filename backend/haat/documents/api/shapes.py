"""How documents look to those who may see them, and how they are handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from rest_framework import serializers

from haat.core.api.fields import MoneyField, Strict
from haat.documents import queries

if TYPE_CHECKING:
    from collections.abc import Iterator

PDF = "application/pdf"
ZIP = "application/zip"
MONTH = r"^\d{4}-\d{2}$"


class DocumentRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    title = serializers.CharField(source="content.title")
    number = serializers.CharField()
    issued_on = serializers.DateField()
    order = serializers.CharField(source="order.number", allow_null=True, default=None)
    part = serializers.CharField(source="part.number", allow_null=True, default=None)
    corrects = serializers.CharField(
        source="original.number", allow_null=True, default=None, help_text="The invoice that a credit note takes from"
    )
    supplier = serializers.CharField(source="content.supplier.name")
    taxable = MoneyField(source="taxable_minor")
    tax = MoneyField(source="tax_minor")
    total = MoneyField(source="total_minor")


class DocumentOut(DocumentRowOut):
    content = serializers.SerializerMethodField(help_text="Everything that is printed, as it was issued")
    hash = serializers.CharField(source="content_hash")

    def get_content(self, document: Any) -> dict[str, Any]:
        return queries.whole(document)


class RegisterFilters(Strict):
    kind = serializers.CharField(required=False, help_text="One or more kinds, separated by commas")
    month = serializers.RegexField(MONTH, required=False, help_text="Of issue, such as 2026-10")
    q = serializers.CharField(required=False, max_length=60, help_text="A number, or that of an order or parcel")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class FileFilters(Strict):
    view = serializers.BooleanField(required=False, default=False, help_text="To be shown, not saved")


def file(body: bytes, name: str, *, view: bool = False) -> HttpResponse:
    """A PDF of ours: shown or saved, kept by nobody on the way."""
    answer = HttpResponse(body, content_type=PDF, headers=_headers(name, view=view))
    answer.headers["Content-Length"] = str(len(body))
    return answer


def stream(pieces: Iterator[bytes], name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(pieces, content_type=ZIP, headers=_headers(name, view=False))


def _headers(name: str, *, view: bool) -> dict[str, str]:
    place = content_disposition_header(as_attachment=not view, filename=name)
    return {
        "Content-Disposition": place or "inline", "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff",
    }  # fmt: skip
