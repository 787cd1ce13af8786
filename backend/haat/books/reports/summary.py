"""The tax summary: what was supplied by code and rate, inside a state and between states, to businesses and consumers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.reports.columns import TAXES, Column, money
from haat.books.reports.supplies import supplies

if TYPE_CHECKING:
    from haat.tax.queries import Month

COLUMNS = (
    Column("code", "HSN or SAC"), Column("rate_bp", "Rate %", "rate"), Column("reach", "Supply"), Column("buyers", "Buyers"),
    Column("quantity", "Quantity", "number"), *money(("taxable", "Taxable value")), *TAXES, *money(("total", "Total")),
)  # fmt: skip
KEYS = ("code", "rate_bp", "reach", "buyers")
SUMS = ("taxable", "cgst", "sgst", "igst", "vat", "total")


def rows(month: Month) -> list[dict[str, Any]]:
    found: dict[tuple[str, int, str, str], dict[str, Any]] = {}
    for one in supplies(month):
        reach = "interstate" if one.is_interstate else "intrastate"
        key = (one.code, one.rate_bp, reach, one.buyers)
        row = found.setdefault(key, dict(zip(KEYS, key, strict=True)) | dict.fromkeys(("quantity", *SUMS), 0))
        row["quantity"] += one.quantity
        for name in SUMS:
            row[name] += getattr(one, f"{name}_minor")
    return [found[key] for key in sorted(found)]
