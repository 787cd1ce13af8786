"""Finding by words: the exact title, then titles and names, then descriptions; at most a thousand are ranked."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import orjson
from django.db import connection

from haat.search.postgres.conditions import Clause, filters, text_of, tsquery
from haat.search.postgres.counting import counts_within, counts_without
from haat.search.types import MATCHES_MAX, Found

if TYPE_CHECKING:
    from haat.search.types import Wanted

BODY_MAX = 200  # matches in descriptions alone; they come last anyway
LOOSE_WORDS_MAX = 6
WEIGHTS = "{0.02, 0.05, 0.4, 1.0}"  # description, unstemmed, names, title


def lexeme(word: str, *, is_open: bool) -> str:
    return word + (":*" if is_open else "")


def search(wanted: Wanted, *, offset: int, limit: int) -> Found:
    """Products with all words; where there are none, those with all but one, and at last those with the rarest."""
    groups = wanted.reading.groups
    found = _search(wanted, text_of(groups), text_of(groups, is_exact=True), offset=offset, limit=limit)
    if found.total or len(groups) < 2:
        return found
    for text in _looser(groups):
        loose = _search(wanted, text, text, offset=offset, limit=limit)
        if loose.total:
            return Found(loose.cards, loose.total, loose.counts, loose.is_cut, is_loose=True)
    return found


def _looser(groups: Any) -> list[str]:
    few = list(groups)[:LOOSE_WORDS_MAX]
    steps = [
        few_of for size in (len(few) - 1, len(few) - 2, 1) if size > 0 for few_of in [list(combinations(few, size))]
    ]
    return list(dict.fromkeys(" | ".join(f"({text_of(some)})" for some in step) for step in steps))


def _search(wanted: Wanted, text: str, exact: str, *, offset: int, limit: int) -> Found:
    matched, values = matching(wanted, text, exact)
    counted, more = counts_within(wanted)
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
        UNION ALL {counted}
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
    for name in wanted.filters:
        counts |= counts_without(wanted, name, lambda rest: matching(rest, text, exact))
    ordered = [card for _, card in sorted(cards, key=lambda one: one[0]) if card]
    return Found(ordered, min(total, MATCHES_MAX), counts, is_cut=total > MATCHES_MAX)


def matching(wanted: Wanted, text: str, exact: str) -> Clause:
    """Matches with their rank, in three steps that stop as soon as there are enough."""
    where, values = filters(wanted)
    query, words = tsquery(text)
    columns = "d.product_id, d.in_stock, d.popularity, d.published_at, d.facets, d.variants"
    rank = f"ts_rank('{WEIGHTS}', d.names, {query}, 1)"
    parameters: list[Any] = [*words]
    if exact != text:
        whole, more = tsquery(exact)
        rank += f" + 2 * ts_rank('{WEIGHTS}', d.names, {whole}, 1)"
        parameters += more
    title = wanted.reading.text
    sql = f"""
        SELECT * FROM (
            (SELECT {columns}, 100 AS rank FROM search_document d
             WHERE md5(d.title) = md5(%s) AND d.title = %s AND {where} LIMIT {BODY_MAX})
            UNION ALL
            (SELECT {columns}, {rank} FROM search_document d
             WHERE d.names @@ {query} AND d.title <> %s AND {where} LIMIT {MATCHES_MAX + 1})
            UNION ALL
            (SELECT {columns}, 0.001 FROM search_document d
             WHERE d.vector @@ {query} AND NOT d.names @@ {query} AND {where} LIMIT {BODY_MAX})
        ) matches LIMIT {MATCHES_MAX + 1}
    """
    first = [title, title, *values]
    second = [*parameters, *words, title, *values]
    return sql, [*first, *second, *words, *words, *values]
