"""The next number of a series, taken with the row that will carry it: both stand, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection

from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.documents.models import Document
from haat.tax.queries import papers

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from haat.tenancy.models import Brand

K = Document.Kind
LETTERS = {
    K.TAX_INVOICE: "I", K.BILL_OF_SUPPLY: "B", K.CREDIT_NOTE: "C", K.COMMISSION_INVOICE: "F", K.COMMISSION_CREDIT_NOTE: "R",
    K.PAYOUT_STATEMENT: "P",
}  # fmt: skip
TAKE = """
INSERT INTO documents_series (id, created_at, updated_at, supplier_key, kind, year, prefix, last_serial, last_on)
VALUES (%(id)s, now(), now(), %(supplier)s, %(kind)s, %(year)s, %(prefix)s, 1, %(day)s)
ON CONFLICT (supplier_key, kind, year) DO UPDATE
   SET last_serial = documents_series.last_serial + 1, last_on = GREATEST(documents_series.last_on, EXCLUDED.last_on),
       updated_at = now()
RETURNING id, prefix, last_serial, last_on
"""


class NoDocumentCode(DomainError):
    code = "no_document_code"


class Number(NamedTuple):
    """`on` is the day of the document: never before that of the number before it."""

    series: UUID
    serial: int
    text: str
    year: int
    on: date


def take(*, brand: Brand, supplier_key: str, kind: str, on: date) -> Number:
    """The next number. Others of the series wait for the end of this transaction. Raises NoDocumentCode."""
    if not brand.document_code:
        raise NoDocumentCode(f"{brand.name} has no document code, so its numbers would not be its own. Set one.")
    law = papers(brand.country)
    year = law.year_of(on)
    prefix = f"{brand.document_code}{LETTERS[K(kind)]}/{law.year_code(year)}/"
    facts: dict[str, Any] = {
        "id": new_id(),
        "supplier": supplier_key,
        "kind": kind,
        "year": year,
        "prefix": prefix,
        "day": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(TAKE, facts)
        series, prefix, serial, day = cursor.fetchone()
    return Number(series, serial, f"{prefix}{serial:06d}", year, day)
