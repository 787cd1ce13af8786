"""Facets as they are shown: `{name: [{value, label, count}]}`. What would leave nothing is not offered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from haat.core.money import format_minor
from haat.search.frame import frame
from haat.search.queries.typed import typed_rows
from haat.search.types import CATEGORY, FIXED, ORIGIN, PRICE, RATING, SELLER

if TYPE_CHECKING:
    from haat.search.frame import Frame
    from haat.search.types import Wanted

VALUES_SHOWN = 30
ATTRIBUTES_SHOWN = 12
Rows = list[dict[str, Any]]


def facets_of(counts: dict[str, int], wanted: Wanted, *, currency: str) -> tuple[dict[str, Rows], dict[str, str]]:
    """The facets and, for attributes, how their names are written; the most useful attributes first."""
    known = frame()
    grouped: dict[str, dict[str, int]] = defaultdict(dict)
    for facet, count in counts.items():
        name, _, value = facet.partition("=")
        grouped[name][value] = count
    facets = {
        CATEGORY: _categories(grouped[CATEGORY], known),
        SELLER: _named(grouped[SELLER], known.sellers),
        ORIGIN: _named(grouped[ORIGIN], {}),
        PRICE: _prices(grouped[PRICE], currency),
        RATING: _stars(grouped[RATING], wanted),
    }
    attributes = {name: values for name, values in grouped.items() if name not in FIXED and name}
    labels = known.labels(f"{name}={value}" for name, values in attributes.items() for value in values)
    own = {name: place for place, name in enumerate(known.attributes)}
    names: dict[str, str] = {}
    for name, values in sorted(attributes.items(), key=lambda one: _rank(own, *one)):
        chosen = wanted.chosen.get(name, ())
        if (len(values) < 2 and not chosen) or len(names) == ATTRIBUTES_SHOWN:
            continue
        written = {value: labels.get(f"{name}={value}", (name, value)) for value in values}
        names[name] = next(iter(written.values()))[0]
        rows = _named(values, {value: pair[1] for value, pair in written.items()}, always=chosen)
        facets[name] = typed_rows(known.attributes.get(name), rows)
    return facets, names


def _rank(own: dict[str, int], name: str, values: dict[str, int]) -> tuple[int, int, str]:
    """The brand's own attributes in its order, then what sellers wrote, the most frequent first."""
    return (own.get(name, len(own)), -sum(values.values()), name)


def _categories(counts: dict[str, int], tree: Frame) -> Rows:
    """The largest ones, in the order of the tree."""
    known, place = tree.by_id, tree.places
    most = sorted((pk for pk in counts if pk in known), key=lambda pk: -counts[pk])[:VALUES_SHOWN]
    rows = [known[pk] for pk in sorted(most, key=place.__getitem__)]
    by_id: dict[Any, str] = {row.pk: row.slug for row in rows}
    return [
        {"value": row.slug, "label": row.name, "count": counts[str(row.pk)], "parent": by_id.get(row.parent_id)}
        for row in rows
    ]


def _named(counts: dict[str, int], names: dict[str, str], *, always: Any = ()) -> Rows:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], names.get(one[0], one[0])))
    rows = [{"value": value, "label": names.get(value, value), "count": count} for value, count in ordered]
    return [row for n, row in enumerate(rows) if n < VALUES_SHOWN or row["value"] in always]


def _stars(counts: dict[str, int], wanted: Wanted) -> Rows:
    """The best first. One choice holds all above it, so where all have so many stars there is nothing to choose."""
    chosen = wanted.chosen.get(RATING, ())
    rows = [{"value": value, "label": f"{value} stars and up", "count": counts[value]} for value in sorted(counts)]
    return [row for row in reversed(rows) if row["count"] or row["value"] in chosen]


def _prices(counts: dict[str, int], currency: str) -> Rows:
    rows = []
    for band in sorted(counts, key=lambda band: int(band.partition("-")[0])):
        low, _, high = band.partition("-")
        label = _price_label(int(low) * 100, int(high) * 100 if high else None, currency)
        rows.append({"value": band, "label": label, "count": counts[band]})
    return rows


def _price_label(low: int, high: int | None, currency: str) -> str:
    texts = [format_minor(minor, currency).removesuffix(".00") for minor in (low, high or 0)]
    if high is None:
        return f"{texts[0]} and more"
    return f"Under {texts[1]}" if low == 0 else f"{texts[0]} to {texts[1]}"
