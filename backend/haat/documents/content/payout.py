"""The statement of a payout: what it moved, parcel by parcel. No tax document; its figures are those of the payout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.documents.content.draft import Draft
from haat.documents.content.line import Line
from haat.documents.content.parties import of_brand, of_seller
from haat.documents.models import Document
from haat.tax.queries import papers, regime

if TYPE_CHECKING:
    from haat.payouts.models import Payout, PayoutLine
    from haat.tenancy.models import Brand

FIGURES = (
    ("Sold", "gross_minor", 1), ("Commission", "fee_minor", -1), ("Tax on commission", "fee_gst_minor", -1),
    ("TCS", "tcs_minor", -1), ("TDS", "tds_minor", -1), ("Net", "net_minor", 1),
)  # fmt: skip


def statement(payout: Payout, brand: Brand) -> Draft:
    law, rules, kind = papers(brand.country), regime(brand.country), Document.Kind.PAYOUT_STATEMENT
    zone, supplier = rules.country.timezone, of_brand(brand)
    lines = list(payout.lines.all())
    used = [one for one in FIGURES if any(getattr(line, one[1]) for line in lines) or one[1] == "net_minor"]
    rows = [[_name(line), *(sign * getattr(line, name) for _, name, sign in used)] for line in lines]
    moved = Line(
        title=f"Payout {payout.number}", detail=f"{len(lines)} {'line' if len(lines) == 1 else 'lines'}", code="", quantity=1, unit="",
        taxable_minor=payout.amount_minor, rate_bp=0, source="payout",
    )  # fmt: skip
    facts = [("Payout", payout.number)]
    facts += [("Paid on", f"{payout.paid_at.astimezone(zone):%d %b %Y}")] if payout.paid_at else []
    return Draft(
        key=f"payout:{payout.pk}", kind=kind, title=law.titles[kind], country=brand.country, currency=payout.currency, tax_name=rules.name,
        supplier=supplier, recipient=of_seller(payout.seller, brand.country), lines=[moved], seller=payout.seller, facts=facts,
        notes=["This is no tax invoice. Commission is invoiced by the month."], signature=[f"For {supplier.name}"],
        annex={"title": "What it consists of", "columns": [["Line", "text"], *([label, "money"] for label, _, _ in used)], "rows": rows},
    )  # fmt: skip


def _name(line: PayoutLine) -> str:
    """The parcel, or what a line without one says of itself; other lines than sales say what they are."""
    name = line.part.number if line.part else line.text
    if line.kind == "sale":
        return str(name)
    return f"{line.get_kind_display()}: {name}" if name else str(line.get_kind_display())
