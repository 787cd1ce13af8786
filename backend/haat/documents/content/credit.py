"""A credit note: the same lines as on its invoice, for what is taken back of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.documents.content import paying
from haat.documents.content.draft import Draft
from haat.documents.content.line import TAXES, Line
from haat.documents.content.parties import Party, of_customer
from haat.documents.content.sale import DELIVERY_LINE as DELIVERY
from haat.documents.content.sale import on_behalf, without_tax
from haat.documents.models import Document
from haat.orders import queries as orders
from haat.tax.queries import papers

if TYPE_CHECKING:
    from haat.orders.models import Credit, CreditLine
    from haat.tenancy.models import Brand

LINE = tuple(Line.__slots__)


def of_whole(invoice: Document, brand: Brand, *, key: str, reason: str) -> Draft:
    """Takes a whole invoice back: the parcel that it accounts for never left."""
    lines = [Line(**{name: row[name] for name in LINE}) for row in invoice.content["lines"]]
    settled = [(label, minor) for label, minor in invoice.content["settled"]]
    draft = _draft(invoice, brand, key=key, reason=reason, lines=lines, settled=settled)
    draft.paid = paying.of_return(card=paying.by_card(invoice.content), payable=draft.payable_minor)
    return draft


def of_credit(invoice: Document, brand: Brand, credit: Credit) -> Draft:
    """Takes back what the order's own book of credits says. A gift of the brand's is none of the seller's sale."""
    printed = {row["source"]: row for row in invoice.content["lines"]}
    lines = [_line(printed[str(row.order_line_id or DELIVERY)], row) for row in credit.lines.all() if row.value_minor]
    settled = (
        [(f"Paid by {brand.name} (promotion)", credit.brand_discount_minor)] if credit.brand_discount_minor else []
    )
    draft = _draft(invoice, brand, key=f"credit:{credit.pk}", reason=credit.reason, lines=lines, settled=settled)
    draft.paid = paying.of_return(card=orders.card_share(credit), payable=draft.payable_minor)
    return draft


def _line(printed: dict[str, Any], row: CreditLine) -> Line:
    """With the words of the invoice's own line; a lower price alone has no quantity."""
    words = {name: printed[name] for name in ("title", "detail", "code", "unit", "rate_bp", "source", "unit_minor")}
    quantity = row.quantity or (0 if row.order_line_id else 1)
    if not quantity:
        words |= {"detail": "Price lowered", "unit_minor": None}
    figures = {name: getattr(row, name) for name in ("gross_minor", "taxable_minor", *TAXES)}
    return Line(**words, quantity=quantity, discount_minor=row.discount_minor - row.brand_discount_minor, **figures)


def _draft(
    invoice: Document, brand: Brand, *, key: str, reason: str, lines: list[Line], settled: list[tuple[str, int]]
) -> Draft:
    if invoice.part is None or invoice.order is None:
        raise ValueError(f"{invoice.number} is not the invoice of a parcel.")
    law, printed = papers(invoice.country), invoice.content
    kind = Document.Kind.CREDIT_NOTE
    if invoice.kind == Document.Kind.BILL_OF_SUPPLY:
        lines = [without_tax(line) for line in lines]
    supplier = Party(**printed["supplier"])
    return Draft(
        key=key, kind=kind, title=law.titles[kind], country=invoice.country, currency=invoice.currency, tax_name=printed["tax_name"],
        supplier=supplier, recipient=of_customer(invoice.order), lines=lines, seller=invoice.seller, order=invoice.order,
        part=invoice.part, original=invoice, code_name=law.code_name, place_of_supply=printed["place_of_supply"],
        reverse_charge=printed["reverse_charge"], settled=settled, reason=reason, signature=on_behalf(supplier.name, brand, law),
        facts=[
            ("For", f"{printed['title']} {invoice.number} of {invoice.issued_on:%d %b %Y}"), ("Order", invoice.order.number),
            ("Parcel", invoice.part.number),
        ],
    )  # fmt: skip
