"""Lists without words, and the numbers beside filters.

Without any filter but a category the numbers are kept ready in `search_count`; otherwise they are counted over at
most 500 matches. Each filter's own values are counted as if it were not set.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson
from django.db import connection

from haat.search.frame import frame
from haat.search.postgres.conditions import Clause, attributes, filters, of_variant, order, text_of
from haat.search.types import CATEGORY, FIXED, MATCHES_MAX, SILENT, STOCKED, Found

if TYPE_CHECKING:
    from collections.abc import Callable

    from haat.search.types import Wanted

VALUES_MAX = 200  # values of facets in one answer, the most frequent first
CATEGORIES_MAX = 50
COLUMNS = "d.product_id, d.facets, d.variants"


def browse(wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int) -> Found:
    """The whole shop, one category or collection: one walk along an index, and the counts that are kept."""
    where, values = filters(wanted)
    cards = _page(where, values, order(wanted, sort, descending=descending), offset, limit)
    total, counts = frame().once("counts", wanted.scope, lambda: _kept_counts(wanted))
    return Found(cards, total, counts)


def _kept_counts(wanted: Wanted) -> tuple[int, dict[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT facet, total FROM search_count WHERE scope = %s AND total > 0 "
            "AND NOT (starts_with(facet, 'tag=') OR starts_with(facet, 'collection=')) "
            f"ORDER BY total DESC LIMIT {VALUES_MAX}",
            [wanted.scope],
        )
        counts = dict(cursor.fetchall())
    total = counts.pop("", 0)
    if wanted.category:  # of categories always those of the whole shop: one may change over to them
        counts = {facet: number for facet, number in counts.items() if not facet.startswith(f"{CATEGORY}=")}
        counts |= dict(islice(frame().totals.items(), CATEGORIES_MAX))
    return total, counts


def narrow(wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int, counted: bool) -> Found:
    """A list with filters, or words in another order than relevance: exact in its order, capped in its numbers."""
    where, values = matching(wanted)
    cards = _page(where, values, order(wanted, sort, descending=descending), offset, limit)
    if not counted:
        return Found(cards, len(cards), {})
    within, more = counts_within(wanted)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED (SELECT * FROM (SELECT {COLUMNS} FROM search_document d WHERE {where} OFFSET 0) "
            f"f LIMIT {MATCHES_MAX + 1}) SELECT '', count(*), NULL FROM found UNION ALL {within}",
            [*values, *more],
        )
        counts = {facet: total for facet, total, _ in cursor.fetchall()}
    total = counts.pop("", 0)
    for name in wanted.filters:
        counts |= counts_without(wanted, name, _rows)
    return Found(cards, min(total, MATCHES_MAX), counts, is_cut=total > MATCHES_MAX)


def matching(wanted: Wanted) -> Clause:
    where, values = filters(wanted)
    if not wanted.reading.groups:
        return where, values
    query, words = text_of(wanted.reading.groups).every
    return f"d.vector @@ {query} AND {where}", [*words, *values]


def counts_within(wanted: Wanted) -> Clause:
    """The number of `found` by each value, without the facets that are filtered by; rows are (facet, number, NULL).

    Once an attribute is chosen, the values of others count only where one variant has both.
    """
    skipped = [f"{name}=" for name in (*wanted.filters, *SILENT)]
    own, values = of_variant(wanted, "v")
    if not own:
        return _by_facet("found, unnest(facets) facet", "TRUE", skipped, only_fixed=False)
    fixed, first = _by_facet("found, unnest(facets) facet", "TRUE", skipped, only_fixed=True)
    source = "found, unnest(variants) v, unnest(string_to_array(v, '|')) facet"
    others, second = _by_facet(source, f"{own} AND facet <> '' AND facet <> '{STOCKED}'", skipped, only_fixed=False)
    return f"{fixed} UNION ALL {others}", [*first, *values, *second]


def _by_facet(source: str, where: str, skipped: list[str], *, only_fixed: bool) -> Clause:
    among = "split_part(facet, '=', 1) = ANY(%s)" if only_fixed else "TRUE"
    number = "count(*)" if "variants" not in source else "count(DISTINCT product_id)"
    sql = (
        f"(SELECT facet, {number} AS number, NULL::jsonb FROM {source} WHERE {where} AND {among} "
        f"AND NOT split_part(facet, '=', 1) || '=' = ANY(%s::text[]) "
        f"GROUP BY facet ORDER BY number DESC LIMIT {VALUES_MAX})"
    )
    return sql, [*([list(FIXED)] if only_fixed else []), skipped]


def counts_without(wanted: Wanted, name: str, rows: Callable[[Wanted], Clause]) -> dict[str, int]:
    """The values of one facet as if it were not filtered by."""
    rest = wanted.without(name)
    sql, values = rows(rest)
    own, more = of_variant(rest, "v")
    source, where, number = "found, unnest(facets) facet", "TRUE", "count(*)"
    if own and name not in FIXED and attributes(rest):
        source, where, values = (
            "found, unnest(variants) v, unnest(string_to_array(v, '|')) facet",
            own,
            [*values, *more],
        )
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH found AS MATERIALIZED (SELECT * FROM ({sql}) f LIMIT {MATCHES_MAX}) "
            f"SELECT facet, {number} FROM {source} WHERE {where} AND starts_with(facet, %s) "
            f"GROUP BY facet ORDER BY 2 DESC LIMIT {VALUES_MAX}",
            [*values, f"{name}="],
        )
        return dict(cursor.fetchall())


def _rows(wanted: Wanted) -> Clause:
    where, values = matching(wanted)
    return f"SELECT {COLUMNS} FROM search_document d WHERE {where} OFFSET 0", values


def _page(where: str, values: list[Any], by: Clause, offset: int, limit: int) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT d.card FROM search_document d WHERE {where} ORDER BY {by[0]} LIMIT %s OFFSET %s",
            [*values, *by[1], limit, offset],
        )
        return [found for (card,) in cursor.fetchall() if (found := orjson.loads(card))]
