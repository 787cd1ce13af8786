"""The brand's invoice to a customer for its own service: cash on delivery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.documents.content.draft import Draft
from haat.documents.content.line import Line
from haat.documents.content.parties import of_brand, of_customer
from haat.documents.content.sale import place_of_supply
from haat.documents.models import Document
from haat.tax.queries import CASH, papers, regime

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import Order
    from haat.tenancy.models import Brand


def fee(order: Order, brand: Brand, *, delivered_at: datetime) -> Draft:
    """With the figures that the books have: at the rate of the day on which the first parcel arrived."""
    law, rules, kind = papers(order.country), regime(order.country), Document.Kind.TAX_INVOICE
    rate = rules.fee_rate(delivered_at.astimezone(rules.country.timezone).date()).basis_points
    booked = rules.inside(order.cod_fee_minor, rate, origin="", destination=order.place_of_supply)
    taxes, rounding = law.split(booked.tax_minor, origin=brand.home_state, destination=order.place_of_supply)
    line = Line(
        title="Cash on delivery", code=law.services.get(CASH, ""), quantity=1, unit="", unit_minor=order.cod_fee_minor,
        gross_minor=order.cod_fee_minor, taxable_minor=booked.taxable_minor, rate_bp=rate, source="cash",
        cgst_minor=taxes.get("cgst_minor", 0), sgst_minor=taxes.get("sgst_minor", 0), igst_minor=taxes.get("igst_minor", 0),
        vat_minor=taxes.get("vat_minor", 0),
    )  # fmt: skip
    supplier = of_brand(brand)
    return Draft(
        key=f"codfee:{order.pk}", kind=kind, title=law.titles[kind], country=order.country, currency=order.currency, tax_name=rules.name,
        supplier=supplier, recipient=of_customer(order), lines=[line], order=order, rounding_minor=rounding, code_name=law.code_name,
        place_of_supply=place_of_supply(order.country, order.place_of_supply),
        reverse_charge=False if law.has_reverse_charge else None, facts=[("Order", order.number)],
        signature=[f"For {supplier.name}", law.unsigned],
    )  # fmt: skip
