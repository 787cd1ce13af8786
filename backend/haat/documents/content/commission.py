"""The brand's own invoice to a seller for the commission of a month, and what of it is given back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.documents.content.draft import Draft
from haat.documents.content.line import Line
from haat.documents.content.parties import of_brand, of_seller
from haat.documents.content.sale import place_of_supply
from haat.documents.models import Document
from haat.tax.queries import MARKETPLACE, Month, papers, regime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from haat.sellers.models import Seller
    from haat.tenancy.models import Brand


@dataclass(slots=True)
class Fee:
    """What was charged for one parcel in one month; positive also where it was given back."""

    part: str
    on: date
    rate_bp: int
    base_minor: int = 0
    fee_minor: int = 0
    tax_minor: int = 0


@dataclass(slots=True)
class Charged:
    """The fees of one seller in one month."""

    seller: Seller
    fees: dict[str, Fee] = field(default_factory=dict)  # by parcel

    @property
    def is_nothing(self) -> bool:
        return not any(one.fee_minor or one.tax_minor for one in self.fees.values())

    def at_rate(self, rate_bp: int) -> list[Fee]:
        return [one for one in self.fees.values() if one.rate_bp == rate_bp]

    @property
    def rates(self) -> list[int]:
        return sorted({one.rate_bp for one in self.fees.values()})


def invoice(charged: Charged, month: Month, brand: Brand, *, last: date) -> Draft:
    key = f"commission:{charged.seller.pk}:{month.text}"
    draft = _draft(charged, month, brand, kind=Document.Kind.COMMISSION_INVOICE, key=key, last=last)
    draft.notes.append(f"Already taken from what {brand.name} owes you for these parcels: nothing is to be paid.")
    return draft


def credit(charged: Charged, month: Month, brand: Brand, *, original: Document, last: date) -> Draft:
    """What was given back in a month of the commission on one invoice."""
    key = f"commission-back:{original.pk}:{month.text}"
    draft = _draft(charged, month, brand, kind=Document.Kind.COMMISSION_CREDIT_NOTE, key=key, last=last)
    draft.original, draft.reason = original, "Goods came back"
    draft.facts[:0] = [("For", f"Invoice {original.number} of {original.issued_on:%d %b %Y}")]
    draft.notes.append(f"Already added to what {brand.name} owes you.")
    return draft


def _draft(charged: Charged, month: Month, brand: Brand, *, kind: str, key: str, last: date) -> Draft:
    law, rules, seller = papers(month.country), regime(month.country), charged.seller
    supplier = of_brand(brand)
    draft = Draft(
        key=key, kind=kind, title=law.titles[kind], country=month.country, currency=month.currency, tax_name=rules.name, supplier=supplier,
        recipient=of_seller(seller, month.country), lines=[], seller=seller, period=month.first, on=last, code_name=law.code_name,
        place_of_supply=place_of_supply(month.country, seller.state), reverse_charge=False if law.has_reverse_charge else None,
        facts=[("Month", f"{month.first:%B %Y}")], signature=[f"For {supplier.name}", law.unsigned],
        annex=_annex(charged, rules.name),
    )  # fmt: skip
    for line, rounding in _lines(charged, month, brand):
        draft.lines.append(line)
        draft.rounding_minor += rounding
    return draft


def _lines(charged: Charged, month: Month, brand: Brand) -> Iterator[tuple[Line, int]]:
    law = papers(month.country)
    for rate in charged.rates:
        fees = charged.at_rate(rate)
        fee, many = sum(one.fee_minor for one in fees), len(fees)
        taxes, rounding = law.split(
            sum(one.tax_minor for one in fees), origin=brand.home_state, destination=charged.seller.state
        )
        words = f"{many} {'parcel' if many == 1 else 'parcels'}, {month.first:%B %Y}"
        yield (
            Line(
                title="Marketplace commission", detail=words, code=law.services.get(MARKETPLACE, ""), quantity=1, unit="", unit_minor=fee,
                gross_minor=fee, taxable_minor=fee, rate_bp=rate, source="commission", **taxes,
            ),
            rounding,
        )  # fmt: skip


def _annex(charged: Charged, tax_name: str) -> dict[str, Any]:
    """Parcel by parcel, so that the invoice can be held to the seller's statement."""
    rows = [
        [one.part, one.on.isoformat(), one.base_minor, one.fee_minor, one.tax_minor] for one in charged.fees.values()
    ]
    names = ("Parcel", "Day", "Value before tax", "Commission", f"{tax_name} on it")
    kinds = ("text", "date", "money", "money", "money")
    return {"title": "Parcels", "columns": [list(one) for one in zip(names, kinds, strict=True)], "rows": rows}
