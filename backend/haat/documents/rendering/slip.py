"""A packing slip: what is in a parcel and where it goes. It has no number and no prices."""

from __future__ import annotations

from typing import Any

from haat.documents.rendering.text import breakable, clean

ROWS_MAX = 1_000


def slip(facts: dict[str, Any]) -> dict[str, Any]:
    """`facts` as `content.slip.of_part` gives them."""
    columns = [("", "center"), ("Item", "left"), ("SKU", "left"), ("Qty", "right")]
    rows = [
        [_cell("☐"), _cell(breakable(row["title"]), breakable(row["detail"], 120)), _cell(breakable(row["sku"], 80)), _cell(str(row["quantity"]))]
        for row in facts["lines"][:ROWS_MAX]
    ]  # fmt: skip
    pieces = sum(row["quantity"] for row in facts["lines"])
    return {
        "title": facts["title"], "number": facts["number"], "date": facts["date"], "brand": clean(facts["look"]["name"], 60),
        "colour": facts["look"]["colour"], "facts": [[clean(label), breakable(value, 80)] for label, value in facts["facts"]],
        "parties": [_party("From", facts["supplier"]), _party("Deliver to", facts["recipient"])],
        "columns": [{"label": label, "align": align} for label, align in columns], "rows": rows, "more": "", "rates": None,
        "sums": [{"label": "Pieces", "value": str(pieces), "strong": True}], "words": "", "reason": "", "currency": "",
        "notes": [breakable(one) for one in facts["notes"]], "signature": [], "annex": None,
    }  # fmt: skip


def _party(heading: str, party: dict[str, Any]) -> dict[str, Any]:
    lines = [*party["lines"], ", ".join(one for one in (party["region_name"], party["country"]) if one), party["phone"]]
    return {
        "heading": heading, "name": breakable(party["name"], 120), "trade": "", "ids": [],
        "lines": [breakable(line, 120) for line in lines if line],
    }  # fmt: skip


def _cell(text: str, small: str = "") -> dict[str, str]:
    return {"text": text, "small": small}
