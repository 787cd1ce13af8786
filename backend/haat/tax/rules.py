"""Indian GST on goods sold at tax-inclusive prices. Rates are dated data in `rates/<country>.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from haat.core.money import BASIS_POINTS, round_half_up, share

RATES = Path(__file__).parent / "rates"
UNBOUNDED = 10**15  # minor units, above any price


class NoRate(Exception):
    """No rate is known for this code on this day; a sale without one must not happen silently."""


@dataclass(frozen=True, slots=True)
class Rate:
    basis_points: int
    source: str


@dataclass(frozen=True, slots=True)
class Tax:
    """Tax inside one inclusive amount: taxable + cgst + sgst + igst == gross, always."""

    gross_minor: int
    taxable_minor: int
    rate_bp: int
    cgst_minor: int
    sgst_minor: int
    igst_minor: int

    @property
    def tax_minor(self) -> int:
        return self.cgst_minor + self.sgst_minor + self.igst_minor


def gst_rate(hsn: str, unit_minor: int, on: date, country: str = "IN") -> Rate:
    """The rate of a code on a day; some codes depend on the value of one piece after discount. Raises NoRate."""
    for row in _table(country)["goods"]:
        if not hsn.startswith(row["hsn"]) or not _valid(row, on):
            continue
        if "up_to_minor" in row and unit_minor > row["up_to_minor"]:
            continue
        return Rate(row["basis_points"], row["source"])
    raise NoRate(f"There is no tax rate for HSN “{hsn}” on {on}.")


def service_rate(name: str, on: date, country: str = "IN") -> Rate:
    """The rate of one of our own services or withholdings, such as `commission` or `tcs`. Raises NoRate."""
    for row in _table(country)["services"]:
        if row["name"] == name and _valid(row, on):
            return Rate(row["basis_points"], row["source"])
    raise NoRate(f"There is no rate for {name} on {on}.")


def inside(gross_minor: int, rate_bp: int, *, interstate: bool) -> Tax:
    """Take the tax out of an inclusive amount. Both halves are equal on an invoice, so an odd paisa is taxable value."""
    if interstate:
        tax = gross_minor - round_half_up(gross_minor * BASIS_POINTS, BASIS_POINTS + rate_bp)
        return Tax(gross_minor, gross_minor - tax, rate_bp, 0, 0, tax)
    taxable = round_half_up(gross_minor * BASIS_POINTS, BASIS_POINTS + rate_bp)
    half = round_half_up(taxable * rate_bp, 2 * BASIS_POINTS)
    return Tax(gross_minor, gross_minor - 2 * half, rate_bp, half, half, 0)


def withheld(taxable_minor: int, name: str, on: date) -> int:
    """TCS or TDS on a taxable value, rounded half up."""
    return share(taxable_minor, service_rate(name, on).basis_points)


@lru_cache(maxsize=8)
def _table(country: str) -> dict[str, list[dict[str, Any]]]:
    with (RATES / f"{country.lower()}.toml").open("rb") as file:
        table = tomllib.load(file)
    table["goods"].sort(key=lambda row: (-len(row["hsn"]), row.get("up_to_minor", UNBOUNDED)))
    return table


def _valid(row: dict[str, Any], on: date) -> bool:
    begins, ends = row["from"], row.get("to")
    return bool(begins <= on and (ends is None or on <= ends))
