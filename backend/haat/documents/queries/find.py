"""The doors to documents: whose they are decides what is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from haat.core.errors import NotFound
from haat.documents.models import Document
from haat.orders import queries as orders

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer
    from haat.orders.models import SellerOrder
    from haat.sellers.models import Seller
    from haat.tax.queries import Month

K = Document.Kind
INVOICES = (K.TAX_INVOICE, K.BILL_OF_SUPPLY)
FOR_CUSTOMERS = (*INVOICES, K.CREDIT_NOTE)


def _all() -> QuerySet[Document]:
    rows = Document.objects.select_related("addressee", "seller", "original", "part", "order")
    return rows.order_by("-issued_at", "-id")


def documents(*, kind: str = "", month: Month | None = None, text: str = "", seller: str = "") -> QuerySet[Document]:
    """The brand's register, newest first; a month is one of days of issue."""
    rows = _all()
    if kind:
        rows = rows.filter(kind__in=kind.split(","))
    if month:
        rows = rows.filter(issued_on__gte=month.first, issued_on__lt=month.after)
    if seller:
        rows = rows.filter(seller__slug=seller)
    return (
        rows.filter(Q(number__icontains=text) | Q(part__number__istartswith=text) | Q(order__number__iexact=text))
        if text
        else rows
    )


def document(document_id: UUID | str) -> Document:
    """Raises NotFound."""
    return _found(_all().filter(pk=document_id).first())


def seller_documents(*, seller: Seller, **filters: Any) -> QuerySet[Document]:
    """What a seller issued, and what was issued to it."""
    return documents(**filters).filter(seller=seller)


def within(rows: QuerySet[Document], *, permissions: Collection[str]) -> QuerySet[Document]:
    """Those that somebody of the seller's may see: papers of its own money are not for everybody who packs."""
    return rows if "payouts.read" in permissions else rows.filter(kind__in=FOR_CUSTOMERS)


def seller_document(*, seller: Seller, document_id: UUID | str, permissions: Collection[str]) -> Document:
    """A rival's is not there. Raises NotFound."""
    return _found(within(seller_documents(seller=seller), permissions=permissions).filter(pk=document_id).first())


def parts_to_pack(*, seller: Seller, numbers: Collection[str]) -> list[SellerOrder]:
    """A seller's own parcels by their numbers, in that order. Raises NotFound when one is not its own."""
    found = {part.number: part for part in orders.seller_parts(seller=seller).filter(number__in=numbers)}
    missing = [number for number in numbers if number not in found]
    if missing or not numbers:
        raise NotFound(f"There is no parcel {missing[0]}." if missing else "Name at least one parcel.")
    return [found[number] for number in dict.fromkeys(numbers)]


def customer_documents(*, customer: Customer, number: str) -> QuerySet[Document]:
    """Of one of the customer's own orders, in the order in which they were issued. Raises NotFound for another's order."""
    if not orders.customer_orders(customer=customer).filter(number=number).exists():
        raise NotFound(f"There is no order {number}.")
    mine = _all().filter(order__customer=customer, order__number=number, kind__in=FOR_CUSTOMERS)
    return mine.order_by("issued_at", "id")


def customer_document(*, customer: Customer, document_id: UUID | str) -> Document:
    """Somebody else's is not there. Raises NotFound."""
    mine = _all().filter(order__customer=customer, kind__in=FOR_CUSTOMERS)
    return _found(mine.filter(pk=document_id).first())


def invoice_of(part_id: UUID | str) -> Document | None:
    """The seller's invoice for a part, if it is issued."""
    return _all().filter(key=f"invoice:{part_id}").first()


def invoices_of(part_ids: Collection[UUID]) -> dict[UUID | None, Document]:
    rows = Document.objects.filter(part_id__in=part_ids, kind__in=INVOICES)
    return {row.part_id: row for row in rows}


def person_of(document: Document) -> dict[str, Any] | None:
    """Name, address and phone of the person that it is addressed to; None for a business, empty once erased."""
    addressee = getattr(document, "addressee", None)
    if addressee is None:
        return None
    return dict(json.loads(addressee.person)) if addressee.person else {}


def whole(document: Document) -> dict[str, Any]:
    """The content with the person in its place."""
    person = person_of(document)
    if person is None:
        return document.content
    shown = {name: person[name] for name in ("name", "lines", "phone")} if person else {"name": "Erased on request"}
    return document.content | {"recipient": document.content["recipient"] | shown}


def _found(row: Document | None) -> Document:
    if row is None:
        raise NotFound("There is no such document.")
    return row
