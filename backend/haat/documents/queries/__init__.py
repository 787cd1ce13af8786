"""The doors to documents."""

from haat.documents.queries.find import (
    customer_document,
    customer_documents,
    document,
    documents,
    invoice_of,
    invoices_of,
    parts_to_pack,
    person_of,
    seller_document,
    seller_documents,
    whole,
    within,
)
from haat.documents.queries.proving import changed, commission_by_month, differing, gaps, missing, overdrawn
from haat.documents.queries.standing import Standing, series

__all__ = [
    "Standing",
    "changed",
    "commission_by_month",
    "customer_document",
    "customer_documents",
    "differing",
    "document",
    "documents",
    "gaps",
    "invoice_of",
    "invoices_of",
    "missing",
    "overdrawn",
    "parts_to_pack",
    "person_of",
    "seller_document",
    "seller_documents",
    "series",
    "whole",
    "within",
]
