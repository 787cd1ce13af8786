"""Filters that know their kind: swatches beside colours, numbers in their order and as a range, yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core.measures import leading_measure, measure_text
from haat.search.frame import frame
from haat.search.rules import is_between
from haat.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haat.catalog.models import Attribute

Rows = list[dict[str, Any]]


def typed_rows(attribute: Attribute | None, rows: Rows) -> Rows:
    """Rows of one facet in the order that its kind wants; colours with their swatch."""
    if attribute is None:
        return rows
    if attribute.kind == "number":
        return sorted(rows, key=lambda row: leading_measure(row["value"]) or 0)
    if not attribute.has_choices:
        return rows
    choices = {fold(one.label): one for one in attribute.choices.all()}
    places = {value: place for place, value in enumerate(choices)}
    shown = [row | {"label": choices[row["value"]].label} if row["value"] in choices else row for row in rows]
    if attribute.kind == "colour":
        shown = [row | {"swatch": choices[row["value"]].swatch} if row["value"] in choices else row for row in shown]
    return sorted(shown, key=lambda row: places.get(row["value"], len(places)))


def kinds_of(names: Iterable[str], facets: dict[str, Rows]) -> dict[str, dict[str, Any]]:
    """What pages must know of the attributes among these facets: kind, unit and, for numbers, both ends."""
    found, attributes = {}, frame().attributes
    for name in names:
        if (attribute := attributes.get(name)) is None:
            continue
        found[name] = {"kind": attribute.kind, "unit": attribute.unit}
        if attribute.kind == "number":
            numbers = [number for row in facets[name] if (number := leading_measure(row["value"])) is not None]
            if numbers:
                found[name] |= {"min": measure_text(min(numbers)), "max": measure_text(max(numbers))}
    return found


def within(name: str, low: str, high: str) -> list[str]:
    """The values of a facet whose number lies in a range; where there is none, one that no product has."""
    span = {"min": low or None, "max": high or None}
    return [value for value in frame().values(name) if is_between(value, span)] or [f"{low}..{high}"]
