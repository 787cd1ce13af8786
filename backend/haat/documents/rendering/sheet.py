"""A document's content as lines of text in their places: the template draws what it gets and knows no business."""

from __future__ import annotations

from typing import Any

from haat.documents.rendering.columns import TAX_NAMES, columns
from haat.documents.rendering.figures import amount, cell, day, rate, whole
from haat.documents.rendering.text import breakable, clean

ROWS_MAX = 1_000  # of lines or of an annex; the data have them all
Content = dict[str, Any]


def sheet(content: Content) -> Content:
    """`content` with the recipient in its place, as `queries.whole` gives it."""
    used = columns(content)
    lines = content["lines"]
    return {
        "title": clean(content["title"]), "number": content["number"], "date": day(content["issued_on"]),
        "brand": clean(content["look"]["name"], 60), "colour": content["look"]["colour"], "facts": _facts(content),
        "parties": [
            _party(_heading(content), content["supplier"]), _party("Billed and delivered to" if _is_sale(content) else "To", content["recipient"]),
        ],
        "columns": [{"label": one.label, "align": one.align} for one in used],
        "rows": [[one.cell(row) for one in used] for row in lines[:ROWS_MAX]],
        "more": _more(len(lines)), "sums": _sums(content), "rates": _rates(content),
        "words": content["in_words"], "reason": breakable(content["reason"]), "currency": content["currency"],
        "notes": [breakable(one) for one in content["notes"]], "signature": [breakable(one) for one in content["signature"]],
        "annex": _annex(content),
    }  # fmt: skip


def _is_sale(content: Content) -> bool:
    return content["kind"] in {"tax_invoice", "bill_of_supply", "credit_note"}


def _heading(content: Content) -> str:
    return "Sold by" if _is_sale(content) else "From"


def _facts(content: Content) -> list[list[str]]:
    found = [[clean(label), breakable(value, 80)] for label, value in content["facts"]]
    place = content["place_of_supply"]
    if place:
        found.append(["Place of supply", " ".join(text for text in (place["name"], f"({place['code']})") if text)])
    if content["reverse_charge"] is not None:
        found.append(["Reverse charge", "Yes" if content["reverse_charge"] else "No"])
    return found


def _party(heading: str, party: Content) -> Content:
    lines = [breakable(line, 120) for line in party["lines"]]
    region = ", ".join(text for text in (party["region_name"], party["country"]) if text)
    code = f" ({party['region']})" if party["region"].isdecimal() else ""
    ids = [[party["tax_number_name"], party["tax_number"]]] if party["tax_number"] else []
    return {
        "heading": heading, "name": breakable(party["name"], 120), "trade": breakable(party["trade_name"], 120),
        "lines": [*lines, *([region + code] if region else []), *([party["phone"]] if party["phone"] else [])], "ids": ids,
    }  # fmt: skip


def _sums(content: Content) -> list[Content]:
    sums, currency = content["sums"], content["currency"]
    rows = [(name, sums[f"{name.lower()}_minor"]) for name in TAX_NAMES.values() if sums[f"{name.lower()}_minor"]]
    if rows:
        rows.insert(0, ("Taxable value", sums["taxable_minor"]))
    if sums["rounding_minor"]:
        rows.append(("Rounding", sums["rounding_minor"]))
    found = [{"label": label, "value": amount(minor, currency), "strong": False} for label, minor in rows]
    found.append({"label": "Total", "value": whole(sums["total_minor"], currency), "strong": not content["settled"]})
    for label, minor in content["settled"]:
        found.append({"label": clean(label, 60), "value": amount(-minor, currency), "strong": False})
    if content["settled"]:
        word = "Given back" if content["kind"] == "credit_note" else "To pay"
        found.append({"label": word, "value": whole(content["payable_minor"], currency), "strong": True})
    for label, minor in content.get("paid", []):
        found.append({"label": clean(label, 60), "value": amount(minor, currency), "strong": False})
    return found


def _rates(content: Content) -> Content | None:
    """The tax summary, where there are several rates."""
    if len(content["rates"]) <= 1:
        return None
    taxes = [name for name in TAX_NAMES if content["sums"][name]]
    currency = content["currency"]
    return {
        "columns": ["Rate", "Taxable", *(TAX_NAMES[name] for name in taxes)],
        "rows": [
            [rate(row["rate_bp"]), *(amount(row[name], currency) for name in ("taxable_minor", *taxes))]
            for row in content["rates"]
        ],
    }  # fmt: skip


def _annex(content: Content) -> Content | None:
    annex = content["annex"]
    if not annex or not annex["rows"]:
        return None
    kinds = [kind for _, kind in annex["columns"]]
    return {
        "title": clean(annex["title"]),
        "columns": [{"label": clean(label), "align": "right" if kind == "money" else "left"} for label, kind in annex["columns"]],
        "rows": [
            [breakable(cell(kind, value, content["currency"]), 60) for kind, value in zip(kinds, row, strict=True)]
            for row in annex["rows"][:ROWS_MAX]
        ],
        "more": _more(len(annex["rows"])),
    }  # fmt: skip


def _more(many: int) -> str:
    return f"{many - ROWS_MAX} further lines are in the data of this document." if many > ROWS_MAX else ""
