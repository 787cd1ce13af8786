"""Whether a document is in a collection by rule. The engine asks the same in its own language; a test compares them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core.measures import leading_measure, parse_measure
from haat.search import labels

if TYPE_CHECKING:
    from datetime import datetime

    from haat.search.models import Document

Condition = dict[str, Any]


def holds(rule: Condition, document: Document, at: datetime) -> bool:
    """An empty rule holds for nothing."""
    parts = rule.get("conditions", [])
    if not parts:
        return False
    found = (holds(one, document, at) if "conditions" in one else _holds(one, document, at) for one in parts)
    return all(found) if rule["match"] == "all" else any(found)


def _holds(one: Condition, document: Document, at: datetime) -> bool:
    field = one["field"]
    if field == "price":
        low, high = one["min"], one["max"]
        return bool((low is None or document.price_minor >= low) and (high is None or document.price_minor <= high))
    if field == "discount":
        return document.discount_bp >= int(one["percent"]) * 100
    if field == "newness":
        return bool(document.published_at >= at - timedelta(days=one["days"]))
    if field == "stock":
        return document.in_stock
    if one["op"] == "between":
        name = f"{labels.plain(one['name'])}="
        return any(is_between(facet.removeprefix(name), one) for facet in document.facets if facet.startswith(name))
    return bool(set(facets_of(one)) & set(document.facets)) is (one["op"] == "is")


def facets_of(one: Condition) -> list[str]:
    """The facets that a condition with values names."""
    name = {"attribute": lambda: labels.plain(one["name"])}.get(one["field"], lambda: one["field"])()
    values = one["values"]
    if one["field"] in {"tag", "attribute"}:
        values = [labels.plain(value) for value in values]
    if one["field"] == "origin":
        values = [value.upper() for value in values]
    return [f"{name}={value}" for value in values]


def is_between(value: str, one: Condition) -> bool:
    """Whether the number that a value begins with, such as that of “250 ml”, is in a range with both ends open."""
    number = leading_measure(value)
    low, high = (parse_measure(one[end]) if one.get(end) else None for end in ("min", "max"))
    return number is not None and (low is None or number >= low) and (high is None or number <= high)
