"""What a country's law asks of the papers of a sale: their titles, their year, and what must stand on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

APRIL = 4
DELIVERY = "delivery"
MARKETPLACE = "marketplace"
CASH = "cash"


@dataclass(frozen=True, slots=True)
class Papers:
    """`titles` by kind of paper, `services` by name: the code under which a service is supplied."""

    country: str
    titles: Mapping[str, str]
    year_begins_in: int
    code_name: str  # what the tariff code is called in the table
    unit: str  # of goods that are counted in pieces
    unsigned: str  # why there is no signature on it
    has_reverse_charge: bool = False
    has_halves: bool = False  # inside a region the tax is two equal ones
    services: Mapping[str, str] = field(default_factory=dict)

    def split(self, tax_minor: int, *, origin: str, destination: str) -> tuple[dict[str, int], int]:
        """Tax that was booked line by line as an invoice shows its sum, and the odd paisa that equal halves leave over."""
        if not self.has_halves:
            return {"vat_minor": tax_minor}, 0
        if origin != destination:
            return {"igst_minor": tax_minor}, 0
        half = tax_minor // 2
        return {"cgst_minor": half, "sgst_minor": half}, tax_minor - 2 * half

    def year_of(self, on: date) -> int:
        """The year in which the financial year of a day began."""
        return on.year if on.month >= self.year_begins_in else on.year - 1

    def year_text(self, year: int) -> str:
        """2026-27, or 2026 where it is the calendar's."""
        return str(year) if self.year_begins_in == 1 else f"{year}-{(year + 1) % 100:02d}"

    def year_code(self, year: int) -> str:
        """The four characters of a year in a number: 2627, or 2026."""
        return str(year) if self.year_begins_in == 1 else f"{year % 100:02d}{(year + 1) % 100:02d}"


COMMON = {
    "commission_credit_note": "Credit note",
    "payout_statement": "Payout statement",
    "packing_slip": "Packing slip",
}
# Section 31 CGST Act 2017, rules 46, 49 and 53 CGST Rules 2017. To be signed off by an accountant, the codes above all.
INDIA = Papers(
    country="IN",
    titles=COMMON
    | {
        "tax_invoice": "Tax invoice",
        "bill_of_supply": "Bill of supply",
        "credit_note": "Credit note",
        "commission_invoice": "Tax invoice",
    },
    year_begins_in=APRIL,
    code_name="HSN/SAC",
    unit="NOS",  # unique quantity code of the GST network for numbers
    unsigned="An electronic invoice in accordance with the Information Technology Act 2000 needs no signature (rule 46, proviso).",
    has_reverse_charge=True,
    has_halves=True,
    services={DELIVERY: "9968", MARKETPLACE: "996211", CASH: "997159"},
)
# Federal Decree-Law 8 of 2017, articles 65 to 67; Cabinet Decision 52 of 2017, articles 59 and 60. To be signed off likewise.
EMIRATES = Papers(
    country="AE",
    titles=COMMON
    | {
        "tax_invoice": "Tax invoice",
        "bill_of_supply": "Invoice",
        "credit_note": "Tax credit note",
        "commission_invoice": "Tax invoice",
        "commission_credit_note": "Tax credit note",
    },
    year_begins_in=1,
    code_name="HS code",
    unit="pcs",
    unsigned="Issued electronically; it is valid without a signature.",
)
BY_COUNTRY = {one.country: one for one in (INDIA, EMIRATES)}


def papers(country: str) -> Papers:
    """Raises KeyError for a country whose rules are not written down."""
    return BY_COUNTRY[country]
