"""Many documents as one file, written while it is being sent: a month never stands in memory as a whole."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from haat.core.errors import DomainError
from haat.documents import queries
from haat.documents.services.printing import file_name, pdf
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.documents.models import Document
    from haat.tenancy.models import Brand

DOCUMENTS_MAX = 5_000
SINCE_1980 = (1980, 1, 1, 0, 0, 0)  # the same month makes the same file


class TooMany(DomainError):
    code = "too_many_documents"


class Growing(io.RawIOBase):
    """Takes what is written and gives it away."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # zipfile writes bytes alone
        self.written += data
        return len(data)

    def taken(self) -> bytes:
        given, self.written = bytes(self.written), bytearray()
        return given


def as_zip(*, rows: QuerySet[Document], brand: Brand) -> Iterator[bytes]:
    """One PDF a document, in the order of their numbers. Raises TooMany before anything is sent.

    It is read after the request has left the brand, so each document is drawn in a visit of its own.
    """
    ids = list(
        rows.order_by("supplier_key", "kind", "year", "serial").values_list("pk", flat=True)[: DOCUMENTS_MAX + 1]
    )
    if len(ids) > DOCUMENTS_MAX:
        raise TooMany(f"These are more than {DOCUMENTS_MAX} documents. Choose one kind.")
    return _pieces(ids, brand)


def _pieces(ids: Sequence[UUID], brand: Brand) -> Iterator[bytes]:
    target = Growing()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:  # a PDF is compressed already
        for pk in ids:
            with brand_scope(brand):
                row = queries.document(pk)
                body = pdf(row)
            archive.writestr(zipfile.ZipInfo(f"{row.kind}/{file_name(row)}", SINCE_1980), body)
            yield target.taken()
    yield target.taken()
