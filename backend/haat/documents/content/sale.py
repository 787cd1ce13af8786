"""The seller's own invoice for a part of an order, issued on its behalf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.documents.content import paying
from haat.documents.content.draft import Draft
from haat.documents.content.line import TAXES, Line, total
from haat.documents.content.parties import of_customer, of_seller
from haat.documents.models import Document
from haat.orders import queries as orders
from haat.orders.types import Figures
from haat.tax.queries import DELIVERY, Papers, papers, regime

if TYPE_CHECKING:
    from haat.orders.models import OrderLine, SellerOrder
    from haat.tenancy.models import Brand

DELIVERY_LINE = "delivery"
NOTHING = (0, Figures())


def of_part(part: SellerOrder, brand: Brand) -> Draft:
    """Figures are the pinned ones of the order; nothing is reckoned anew but the tax inside of the delivery."""
    order, law = part.order, papers(part.order.country)
    charges_tax = part.seller.gst_status == "regular"
    kind = Document.Kind.TAX_INVOICE if charges_tax else Document.Kind.BILL_OF_SUPPLY
    supplier, rules = of_seller(part.seller, order.country), regime(order.country)
    gone = orders.not_invoiced(part)
    lines = [_goods(line, law, *gone.get(line.pk, NOTHING)) for line in part.lines.order_by("position")]
    lines = [line for line in lines if line.quantity]
    if part.shipping_value_minor:
        lines.append(_delivery(part, law))
    if not charges_tax:
        lines = [without_tax(line) for line in lines]
    draft = Draft(
        key=f"invoice:{part.pk}", kind=kind, title=law.titles[kind], country=order.country, currency=part.currency, tax_name=rules.name,
        supplier=supplier, recipient=of_customer(order), lines=lines, seller=part.seller, order=order, part=part, code_name=law.code_name,
        place_of_supply=place_of_supply(order.country, order.place_of_supply), reverse_charge=False if law.has_reverse_charge else None,
        facts=[("Order", order.number), ("Parcel", part.number), ("Ordered on", _day(order.placed_at, rules))],
        signature=on_behalf(supplier.name, brand, law),
    )  # fmt: skip
    brand_pays = part.brand_discount_minor - sum(figures.brand_discount for _, figures in gone.values())
    if brand_pays:
        draft.settled.append((f"Paid by {brand.name} (promotion)", brand_pays))
    if order.payment_method == "cod":
        draft.facts.append(("Payment", "Cash on delivery"))
    draft.paid = paying.of_sale(
        card=part.kept_card_minor, payable=draft.payable_minor, in_cash=order.payment_method == "cod"
    )
    called_off = sum(figures.paid for _, figures in gone.values())
    assert draft.payable_minor == part.total_minor - called_off, part.number  # noqa: S101 - the invoice is what the customer pays
    return draft


def place_of_supply(country: str, region: str) -> dict[str, str]:
    return {"code": region, "name": regime(country).country.region_name(region)}


def on_behalf(supplier: str, brand: Brand, law: Papers) -> list[str]:
    issuer = brand.legal_name or brand.name
    return [f"For {supplier}", f"Issued on the supplier’s behalf by {issuer}, operator of {brand.name}.", law.unsigned]


def without_tax(line: Line) -> Line:
    """As it stands on a bill of supply: its supplier may not charge tax, so the price has none in it."""
    figures: dict[str, Any] = {name: getattr(line, name) for name in line.__slots__}
    return Line(**figures | dict.fromkeys(TAXES, 0) | {"taxable_minor": total([line]), "rate_bp": 0})


def _goods(line: OrderLine, law: Papers, units: int, gone: Figures) -> Line:
    """Without the units, and their figures, that were called off before it was packed."""
    options = " · ".join(str(one.get("value", "")) for one in line.options)
    return Line(
        title=line.title, detail=" · ".join(text for text in (options, line.sku) if text), code=line.hsn, quantity=line.quantity - units,
        unit=law.unit, unit_minor=line.unit_minor, gross_minor=line.gross_minor - gone.gross,
        discount_minor=line.discount_minor - line.brand_discount_minor - (gone.discount - gone.brand_discount),
        taxable_minor=line.taxable_minor - gone.taxable, rate_bp=line.rate_bp, source=str(line.pk),
        **{name: getattr(line, name) - getattr(gone, name.removesuffix("_minor")) for name in TAXES},
    )  # fmt: skip


def _delivery(part: SellerOrder, law: Papers) -> Line:
    tax = regime(part.order.country).inside(
        part.shipping_value_minor, part.shipping_rate_bp, origin=part.seller.state, destination=part.order.place_of_supply
    )  # fmt: skip
    return Line(
        title="Delivery", code=law.services.get(DELIVERY, ""), quantity=1, unit="", unit_minor=part.shipping_minor,
        gross_minor=part.shipping_minor, discount_minor=part.shipping_minor - part.shipping_value_minor,
        taxable_minor=tax.taxable_minor, rate_bp=part.shipping_rate_bp, source=DELIVERY_LINE,
        **{name: getattr(tax, name) for name in TAXES},
    )  # fmt: skip


def _day(at: Any, rules: Any) -> str:
    return f"{at.astimezone(rules.country.timezone):%d %b %Y}" if at else ""
