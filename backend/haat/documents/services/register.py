"""The register of a month as a file, and who took which document. Both are lines of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.core import csv
from haat.core.money import plain_minor
from haat.documents import queries

if TYPE_CHECKING:
    from haat.documents.models import Document
    from haat.tax.queries import Month
    from haat.tenancy.models import Brand

HEADER = (
    "Date", "Number", "Kind", "Supplier", "Supplier tax number", "Recipient tax number", "Order", "Parcel", "Corrects", "Place of supply",
    "Taxable value", "CGST", "SGST", "IGST", "VAT", "Rounding", "Total",
)  # fmt: skip
MONEY = ("taxable_minor", "cgst_minor", "sgst_minor", "igst_minor", "vat_minor", "rounding_minor", "total_minor")


def export_register(*, month: Month, brand: Brand, kind: str = "") -> dict[str, Any]:
    """Every document of a month without anybody's name but the supplier's. Credit notes are negative."""
    rows = [
        _row(row) for row in queries.documents(month=month, kind=kind).order_by("issued_on", "number").iterator(500)
    ]
    audit.record("document.register_exported", brand, after={"month": month.text, "kind": kind, "rows": len(rows)})
    return {
        "name": f"{brand.slug}-documents-{month.text}.csv",
        "csv": "".join(csv.rows(HEADER, rows)),
        "rows": len(rows),
    }


def taken(document: Document) -> Document:
    """Somebody of the staff takes a paper; with a customer's name on it, that is noted."""
    if queries.person_of(document) is not None:
        audit.record("document.taken", document, label=document.number)
    return document


def _row(row: Document) -> list[str]:
    content, sign = row.content, -1 if row.original_id else 1
    place = content["place_of_supply"] or {"code": ""}
    return [
        row.issued_on.isoformat(), row.number, row.kind, content["supplier"]["name"], content["supplier"]["tax_number"],
        content["recipient"]["tax_number"], row.order.number if row.order else "", row.part.number if row.part else "",
        row.original.number if row.original else "", place["code"],
        *(plain_minor(sign * getattr(row, name), row.currency) for name in MONEY),
    ]  # fmt: skip
