"""Which columns the lines of a document have: only those with something in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from haat.documents.rendering.figures import amount, rate
from haat.documents.rendering.text import breakable, clean

TAX_NAMES = {"cgst_minor": "CGST", "sgst_minor": "SGST", "igst_minor": "IGST", "vat_minor": "VAT"}
Cell = dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    align: str
    cell: Callable[[dict[str, Any]], Cell]


def columns(content: dict[str, Any]) -> list[Column]:
    lines, currency = content["lines"], content["currency"]
    has = {name for name in ("code", "gross_minor", "discount_minor", *TAX_NAMES) if any(row[name] for row in lines)}

    def money(name: str, label: str) -> Column:
        return Column(label, "right", lambda row: plain(amount(row[name], currency)))

    found = [Column("Item", "left", _item)]
    found += [Column(content["code_name"], "left", lambda row: plain(clean(row["code"], 10)))] if "code" in has else []
    found += [Column("Qty", "right", _quantity)]
    found += [money("unit_minor", "Price")] if "gross_minor" in has else []
    found += [money("discount_minor", "Discount")] if "discount_minor" in has else []
    taxes = [name for name in TAX_NAMES if name in has]
    if taxes:
        found += [money("taxable_minor", "Taxable"), Column("Rate", "right", lambda row: plain(rate(row["rate_bp"])))]
        found += [money(name, TAX_NAMES[name]) for name in taxes]
    return [*found, money("total_minor", "Total")]


def plain(text: str, small: str = "") -> Cell:
    return {"text": text, "small": small}


def _item(row: dict[str, Any]) -> Cell:
    return plain(breakable(row["title"]), breakable(row["detail"], 120))


def _quantity(row: dict[str, Any]) -> Cell:
    return plain(f"{row['quantity']} {row['unit']}".strip() if row["quantity"] else "–")
