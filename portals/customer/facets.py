"""The filters of a list as the page shows them: ticks, swatches, and ranges of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import QueryDict

LISTED_MAX = 8  # more different numbers are only asked for as a range
NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")
RANGES_MAX = 6


def ranges_of(query: QueryDict) -> dict[str, tuple[str, str]]:
    """The ranges in an address, `from:capacity=200&to:capacity=500`, by the attribute's name."""
    names = dict.fromkeys(key.partition(":")[2] for key in query if key.startswith(("from:", "to:")))
    found = {name: (_number(query.get(f"from:{name}", "")), _number(query.get(f"to:{name}", ""))) for name in names}
    return {name: ends for name, ends in list(found.items())[:RANGES_MAX] if name and any(ends)}


def attribute_of(
    name: str, label: str, counts: list[dict[str, Any]], kind: dict[str, Any], query: QueryDict
) -> dict[str, Any]:
    """An attribute of the goods, such as colour; ticked values are `attr=name:value` in the address."""
    asked = set(query.getlist("attr"))
    values = [row | {"value": f"{name}:{row['value']}"} for row in counts]
    values = [row | {"chosen": row["value"] in asked} for row in values]
    low, high = ranges_of(query).get(name, ("", ""))
    is_range = kind.get("kind") == "number"
    return {
        "name": "attr", "key": name, "label": label, "values": values, "is_single": False,
        "chosen": sum(row["chosen"] for row in values) + bool(low or high), "low": low, "high": high,
        "is_listed": not is_range or len(values) <= LISTED_MAX, "kind": "", "unit": "", "min": "", "max": "", **kind,
    }  # fmt: skip


def range_label(facet: dict[str, Any]) -> str:
    low, high, unit = facet["low"], facet["high"], facet["unit"]
    text = f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    return f"{facet['label']} {text} {unit}".strip()


def _number(text: str) -> str:
    return text.strip() if NUMBER.fullmatch(text.strip()) else ""
