"""Finding by words: the exact title, then titles and names, then descriptions; at most 500 are ranked."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import orjson
from django.db import connection

from haat.search.postgres.conditions import Clause, Text, filters, joined, text_of
from haat.search.postgres.counting import counts_within, counts_without
from haat.search.types import MATCHES_MAX, Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.search.types import Group, Wanted

ENOUGH = 24  # matches in titles and names, from which on descriptions are not asked
BODY_MAX = 100
GLANCE_MAX = 200  # ranked for suggestions, which show five
LOOSE_WORDS_MAX = 6
WEIGHTS = "{0.02, 0.05, 0.4, 1.0}"  # description, unstemmed, names, title


def lexeme(word: str, *, is_open: bool) -> str:
    return word + (":*" if is_open else "")


def search(wanted: Wanted, *, offset: int, limit: int, counted: bool) -> Found:
    """Products with all words; where there are none, those with all but one, and so on down to any of them."""
    groups = wanted.reading.groups
    found = _search(wanted, text_of(groups), offset=offset, limit=limit, counted=counted)
    if found.total or len(groups) < 2:
        return found
    for text in _looser(groups[:LOOSE_WORDS_MAX]):
        loose = _search(wanted, text, offset=offset, limit=limit, counted=counted)
        if loose.total:
            return Found(loose.cards, loose.total, loose.counts, loose.is_cut, is_loose=True)
    return found


def _looser(groups: Sequence[Group]) -> list[Text]:
    sizes = sorted({len(groups) - 1, len(groups) - 2, 1} - {0, -1}, reverse=True)
    return [_any([text_of(some) for some in combinations(groups, size)]) for size in sizes]


def _any(texts: Sequence[Text]) -> Text:
    return Text(joined([one.every for one in texts], "||"), joined([one.typed for one in texts], "||"))


def _search(wanted: Wanted, text: Text, *, offset: int, limit: int, counted: bool) -> Found:
    matched, values = matching(wanted, text, MATCHES_MAX if counted else GLANCE_MAX)
    within, more = counts_within(wanted) if counted else ("", [])
    sql = f"""
        WITH found AS MATERIALIZED ({matched}),
        page AS (
            SELECT product_id, row_number() OVER (
                ORDER BY in_stock DESC, rank + ln(1 + popularity) * 0.02 DESC, published_at DESC, product_id
            ) AS place
            FROM (SELECT * FROM found LIMIT {MATCHES_MAX}) f
            ORDER BY place LIMIT %s OFFSET %s
        )
        SELECT 'card', place, d.card FROM page JOIN search_document d USING (product_id)
        UNION ALL SELECT 'total', count(*), NULL FROM found
        {within and f"UNION ALL {within}"}
    """
    cards, counts, total = [], {}, 0
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, limit, offset, *more])
        for kind, number, value in cursor.fetchall():
            if kind == "card":
                cards.append((number, orjson.loads(value)))
            elif kind == "total":
                total = number
            else:
                counts[kind] = number
    for name in wanted.filters if counted else ():
        counts |= counts_without(wanted, name, lambda rest: matching(rest, text))
    ordered = [card for _, card in sorted(cards, key=lambda one: one[0]) if card]
    return Found(ordered, min(total, MATCHES_MAX), counts, is_cut=total > MATCHES_MAX)


def matching(wanted: Wanted, text: Text, most: int = MATCHES_MAX) -> Clause:
    """Matches with their rank: exact titles, then titles and names; descriptions only when those fill no page.

    OFFSET 0 hides the limit from the planner, which would else hope for an early end and read the whole table.
    """
    where, values = filters(wanted)
    (query, words), (typed, first) = text.every, text.typed
    columns = "d.product_id, d.in_stock, d.popularity, d.published_at, d.facets, d.variants"
    rank, parameters = f"ts_rank('{WEIGHTS}', d.names, {query}, 1)", [*words]
    if first != words:
        rank, parameters = f"{rank} + 2 * ts_rank('{WEIGHTS}', d.names, {typed}, 1)", [*words, *first]
    title = wanted.reading.text
    sql = f"""
        WITH named AS MATERIALIZED (
            (SELECT {columns}, 100 AS rank FROM search_document d
             WHERE md5(d.title) = md5(%s) AND d.title = %s AND {where} LIMIT {BODY_MAX})
            UNION ALL
            (SELECT {columns}, {rank} FROM (SELECT * FROM search_document d
             WHERE d.names @@ {query} AND d.title <> %s AND {where} OFFSET 0) d LIMIT {most + 1})
        )
        SELECT * FROM named
        UNION ALL
        (SELECT {columns}, 0.001 FROM (SELECT * FROM search_document d
         WHERE d.vector @@ {query} AND NOT d.names @@ {query} AND {where} OFFSET 0) d
         WHERE (SELECT count(*) FROM named) < {ENOUGH} LIMIT {BODY_MAX})
    """
    parameters = [title, title, *values, *parameters, *words, title, *values, *words, *words, *values]
    return sql, parameters
