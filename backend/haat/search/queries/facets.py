"""How many goods each further filter would leave. Each facet is counted without its own filter, so one can change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Func, Q

from haat.catalog import queries as catalog
from haat.core.money import format_minor
from haat.search.queries.find import matching
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from haat.search.queries.find import Wanted

BANDS_MINOR = (0, 250_00, 500_00, 1000_00, 2500_00, 5000_00)


def facets(wanted: Wanted, *, currency: str) -> dict[str, list[dict[str, Any]]]:
    """`{dimension: [{value, label, count}]}`; what would leave nothing is not offered."""
    return {
        "category": _categories(wanted.without("category")),
        "seller": _sellers(wanted.without("seller")),
        "origin": _origins(wanted.without("origin")),
        "price": _prices(wanted.without("price"), currency),
    }


def _categories(wanted: Wanted) -> list[dict[str, Any]]:
    counts = _count_each(wanted, "categories")
    rows = [row for row in catalog.categories() if counts.get(row.pk)]
    by_id = {row.pk: row.slug for row in rows}
    return [
        {
            "value": row.slug,
            "label": row.name,
            "count": counts[row.pk],
            "parent": by_id.get(row.parent_id) if row.parent_id else None,
        }
        for row in rows
    ]


def _sellers(wanted: Wanted) -> list[dict[str, Any]]:
    counts = _count_each(wanted, "sellers")
    names = {row.slug: row.name for row in sellers.active_sellers()}
    rows = [{"value": slug, "label": names.get(slug, slug), "count": count} for slug, count in counts.items()]
    return sorted(rows, key=lambda row: (-row["count"], row["label"]))


def _origins(wanted: Wanted) -> list[dict[str, Any]]:
    rows = matching(wanted).values("origin").annotate(count=Count("pk")).order_by("-count", "origin")
    return [{"value": row["origin"], "label": row["origin"], "count": row["count"]} for row in rows]


def _prices(wanted: Wanted, currency: str) -> list[dict[str, Any]]:
    ends = [*BANDS_MINOR[1:], None]
    bands = list(zip(BANDS_MINOR, ends, strict=True))
    inside = [Q(price_minor__gte=low) & (Q(price_minor__lt=high) if high else Q()) for low, high in bands]
    counts = matching(wanted).aggregate(**{f"band{n}": Count("pk", filter=one) for n, one in enumerate(inside)})
    return [
        {"value": f"{low // 100}-{high // 100 if high else ''}", "label": _label(low, high, currency), "count": count}
        for n, (low, high) in enumerate(bands)
        if (count := counts[f"band{n}"])
    ]


def _label(low: int, high: int | None, currency: str) -> str:
    texts = [format_minor(minor, currency).removesuffix(".00") for minor in (low, high or 0)]
    if high is None:
        return f"{texts[0]} and more"
    return f"Under {texts[1]}" if low == 0 else f"{texts[0]} to {texts[1]}"


def _count_each(wanted: Wanted, column: str) -> dict[Any, int]:
    """Products by each member of an array column."""
    rows = matching(wanted).annotate(member=Func(F(column), function="unnest")).values("member")
    return {row["member"]: row["count"] for row in rows.annotate(count=Count("pk")).order_by()}
