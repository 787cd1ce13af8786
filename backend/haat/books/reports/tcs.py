"""Tax collected at source (CGST Act s.52): by seller and state of supply, and the sums that GSTR-8 asks for by GSTIN.

Each line's tax was pinned with the order. Inside a state it is central and state tax by halves; an odd paisa of a
month's sum is central. Who has no GSTIN has nothing collected and is not reported. The form asks for supplies to
registered persons (table 3A) and to others (3B) apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.reports.columns import Column, money
from haat.books.reports.supplies import supplies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haat.tax.queries import Month

FIGURES = ("supplied", "returned", "supplied_b2b", "returned_b2b", "net", "tcs", "cgst", "sgst", "igst")
MONEY = money(
    ("supplied", "Supplied, before tax"), ("returned", "Returned"), ("supplied_b2b", "Of it supplied to businesses"),
    ("returned_b2b", "Returned by businesses"), ("net", "Net value"), ("tcs", "Collected"), ("cgst", "CGST"), ("sgst", "SGST"),
    ("igst", "IGST"),
)  # fmt: skip
COLUMNS = (
    Column("seller", "Seller"), Column("gstin", "GSTIN"), Column("place_of_supply", "Place of supply"), Column("reach", "Supply"),
    *MONEY, Column("note", "Note"),
)  # fmt: skip
GSTR8_COLUMNS = (Column("gstin", "GSTIN of supplier"), Column("seller", "Supplier"), *MONEY, Column("note", "Note"))
NEGATIVE = "More came back than was sold: nothing is collected and nothing is carried over."


def rows(month: Month) -> list[dict[str, Any]]:
    found: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for one in supplies(month):
        if not one.seller.gstin:
            continue
        reach = "interstate" if one.is_interstate else "intrastate"
        key = (one.seller.name, one.seller.gstin, one.place_of_supply, reach)
        row = found.setdefault(key, dict.fromkeys(FIGURES, 0))
        side = "supplied" if one.kind == "sale" else "returned"
        row[side] += abs(one.taxable_minor)
        row[f"{side}_b2b"] += abs(one.taxable_minor) if one.buyer else 0
        row["net"] += one.taxable_minor
        row["tcs"] += one.tcs_minor
    names = ("seller", "gstin", "place_of_supply", "reach")
    return [_halved(dict(zip(names, key, strict=True)) | found[key]) for key in sorted(found)]


def gstr8_rows(month: Month) -> list[dict[str, Any]]:
    return _by_gstin(rows(month))


def _by_gstin(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        row = found.setdefault(
            line["gstin"], {"gstin": line["gstin"], "seller": line["seller"], **dict.fromkeys(FIGURES, 0)}
        )
        for name in FIGURES:
            row[name] += line[name]
    return [found[key] | {"note": NEGATIVE if found[key]["net"] < 0 else ""} for key in sorted(found)]


def _halved(row: dict[str, Any]) -> dict[str, Any]:
    if row["reach"] == "interstate":
        row["igst"] = row["tcs"]
    else:
        row["sgst"] = row["tcs"] // 2
        row["cgst"] = row["tcs"] - row["sgst"]
    return row | {"note": NEGATIVE if row["net"] < 0 else ""}
