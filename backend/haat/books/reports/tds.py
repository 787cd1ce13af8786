"""Income tax deducted from sellers (Income-tax Act 2025 s.393(1), s.194-O before): by seller, with the year's counter.

A return after the deduction takes nothing back: the next deduction is where it is adjusted, so returns are shown and
do not lower what was deducted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.reports.columns import Column, money
from haat.books.reports.supplies import supplies
from haat.commissions import queries as commissions
from haat.tax.queries import regime

if TYPE_CHECKING:
    from haat.sellers.models import Seller
    from haat.tax.queries import Month

COLUMNS = (
    Column("seller", "Deductee"), Column("legal_name", "Name in law"), Column("pan", "PAN ends in"), Column("holder", "Kind of PAN"),
    *money(("supplied", "Sales, before tax"), ("returned", "Returned"), ("deducted", "Deducted"), ("year", "Sales of the tax year so far")),
    Column("note", "Note"),
)  # fmt: skip


def rows(month: Month) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    sellers: dict[str, Seller] = {}
    for one in supplies(month):
        key = str(one.seller.pk)
        sellers[key] = one.seller
        row = found.setdefault(key, {"supplied": 0, "returned": 0, "deducted": 0})
        row["supplied" if one.kind == "sale" else "returned"] += abs(one.taxable_minor)
        row["deducted"] += one.tds_minor
    sold = commissions.sold_in_year(
        [seller.pk for seller in sellers.values()], since=month.year_since, until=month.until
    )
    return [
        {
            "seller": seller.name, "legal_name": seller.legal_name, "pan": seller.pan_last4, "holder": seller.holder_type,
            "year": sold.get(seller.pk, 0), "note": _note(seller, sold.get(seller.pk, 0), month), **found[key],
        }
        for key, seller in sorted(sellers.items(), key=lambda item: item[1].name)
    ]  # fmt: skip


def _note(seller: Seller, year: int, month: Month) -> str:
    if not seller.pan_last4:
        return "No PAN: the higher rate was deducted."
    limit = regime(month.country).exempt_up_to(seller.holder_type, on=month.first)
    if limit is None:
        return ""
    if year <= limit:
        return "Below the yearly limit: nothing is deducted."
    return "Above the yearly limit: deducted from the sale that passed it."
