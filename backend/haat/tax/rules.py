"""The shape of a country's tax on goods at tax-inclusive prices. Quote and commission ask a regime, never a country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from haat.core import countries
from haat.core.money import BASIS_POINTS, round_half_up, share
from haat.tax.rates import Rate, goods_rate, limit, service_rate

if TYPE_CHECKING:
    from datetime import date

JANUARY, APRIL = 1, 4


@dataclass(frozen=True, slots=True)
class Tax:
    """Tax inside one inclusive amount: taxable + cgst + sgst + igst + vat == gross, always."""

    gross_minor: int
    taxable_minor: int
    rate_bp: int
    cgst_minor: int = 0
    sgst_minor: int = 0
    igst_minor: int = 0
    vat_minor: int = 0

    @property
    def tax_minor(self) -> int:
        return self.cgst_minor + self.sgst_minor + self.igst_minor + self.vat_minor


class Regime(Protocol):
    """One country's rules. `origin` is the seller's region, `destination` that of the delivery: the place of supply."""

    country: countries.Country
    name: str  # what people call the tax
    output_account: str  # the ledger's account for tax on the brand's own fees
    tax_year_from: int  # the month with which a tax year begins

    def rate(self, code: str, value_minor: int, pieces: int, on: date) -> Rate:
        """Raises NoRate."""

    def inside(self, gross_minor: int, rate_bp: int, *, origin: str, destination: str) -> Tax: ...

    def refusal(self, *, seller: str, status: str, origin: str, destination: str) -> str:
        """Why this seller may not supply there, as a sentence; empty when it may."""

    def fee_rate(self, on: date) -> Rate:
        """The rate on the brand's own services to sellers and shoppers."""

    def withheld(
        self, taxable_minor: int, *, status: str, is_identified: bool, on: date, is_exempt: bool = False
    ) -> tuple[int, int]:
        """(collected for the sales tax, deducted for the income tax) that an operator keeps back from a sale.

        `is_exempt`: the seller has not sold enough in the tax year for the second.
        """

    def exempt_up_to(self, holder: str, *, on: date) -> int | None:
        """What such a holder of a tax number may sell in a tax year before income tax is deducted; None: nothing."""

    def tax_year(self, on: date) -> int:
        """The year in which the tax year of a day began."""


class India:
    """GST: two equal halves inside a state, one integrated tax between states (IGST Act s.7, s.8, s.10)."""

    country, name, output_account, tax_year_from = countries.INDIA, "GST", "gst_output", APRIL

    def rate(self, code: str, value_minor: int, pieces: int, on: date) -> Rate:
        return goods_rate("IN", code, value_minor, pieces, on)

    def inside(self, gross_minor: int, rate_bp: int, *, origin: str, destination: str) -> Tax:
        return inside(gross_minor, rate_bp, interstate=origin != destination)

    def refusal(self, *, seller: str, status: str, origin: str, destination: str) -> str:
        if status == "regular" or origin == destination:
            return ""
        return f"{seller} may sell within its own state only. Choose another address or seller."

    def fee_rate(self, on: date) -> Rate:
        return service_rate("IN", "commission", on)

    def withheld(
        self, taxable_minor: int, *, status: str, is_identified: bool, on: date, is_exempt: bool = False
    ) -> tuple[int, int]:
        tcs = 0 if status == "unregistered" else share(taxable_minor, service_rate("IN", "tcs", on).basis_points)
        name = "tds" if is_identified else "tds_without_pan"
        return tcs, 0 if is_exempt else share(taxable_minor, service_rate("IN", name, on).basis_points)

    def exempt_up_to(self, holder: str, *, on: date) -> int | None:
        """Persons and Hindu undivided families, by the fourth letter of the PAN."""
        return limit("IN", "tds_exempt_in_a_year", on) if holder in {"P", "H"} else None

    def tax_year(self, on: date) -> int:
        return on.year if on.month >= APRIL else on.year - 1


class Emirates:
    """VAT: one rate everywhere in the country, nothing withheld by an operator."""

    country, name, output_account, tax_year_from = countries.UAE, "VAT", "vat_output", JANUARY

    def rate(self, code: str, value_minor: int, pieces: int, on: date) -> Rate:
        return goods_rate("AE", code, value_minor, pieces, on)

    def inside(self, gross_minor: int, rate_bp: int, *, origin: str, destination: str) -> Tax:  # noqa: ARG002 - one rate everywhere
        taxable = _taxable(gross_minor, rate_bp)
        return Tax(gross_minor, taxable, rate_bp, vat_minor=gross_minor - taxable)

    def refusal(self, *, seller: str, status: str, origin: str, destination: str) -> str:  # noqa: ARG002 - nothing is forbidden between emirates
        return ""

    def fee_rate(self, on: date) -> Rate:
        return service_rate("AE", "commission", on)

    def withheld(
        self,
        taxable_minor: int,  # noqa: ARG002 - no such duty
        *,
        status: str,  # noqa: ARG002 - the same
        is_identified: bool,  # noqa: ARG002 - the same
        on: date,  # noqa: ARG002 - the same
        is_exempt: bool = False,  # noqa: ARG002 - the same
    ) -> tuple[int, int]:
        return 0, 0

    def exempt_up_to(self, holder: str, *, on: date) -> int | None:  # noqa: ARG002 - no such duty
        return None

    def tax_year(self, on: date) -> int:
        return on.year


REGIMES: dict[str, Regime] = {"IN": India(), "AE": Emirates()}


def regime(country: str) -> Regime:
    """Raises KeyError for a country whose rules are not written down."""
    return REGIMES[country]


def inside(gross_minor: int, rate_bp: int, *, interstate: bool) -> Tax:
    """Take GST out of an inclusive amount. Both halves are equal on an invoice, so an odd paisa is taxable value."""
    taxable = _taxable(gross_minor, rate_bp)
    if interstate:
        return Tax(gross_minor, taxable, rate_bp, igst_minor=gross_minor - taxable)
    half = round_half_up(taxable * rate_bp, 2 * BASIS_POINTS)
    return Tax(gross_minor, gross_minor - 2 * half, rate_bp, half, half)


def _taxable(gross_minor: int, rate_bp: int) -> int:
    return round_half_up(gross_minor * BASIS_POINTS, BASIS_POINTS + rate_bp)
