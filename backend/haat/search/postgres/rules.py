"""Rules of collections as SQL: how many are in, a few of them, and which documents do not say so yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson
from django.db import connection

from haat.search.models import Count
from haat.search.postgres.conditions import Clause, joined
from haat.search.rules import facets_of, is_between
from haat.search.types import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

COUNTED_MAX = 1_000  # more are not counted; the answer says so
VALUES_MAX = 2_000  # different numbers of one attribute
Rule = dict[str, Any]


def preview(rule: Rule, *, at: datetime, limit: int) -> tuple[int, bool, list[Rule]]:
    """How many products are in, whether there are more than were counted, and the newest of them as cards."""
    where, values = clause_of(rule, at)
    order = "d.in_stock DESC, d.published_at DESC, d.product_id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM search_document d WHERE {where} LIMIT {COUNTED_MAX + 1}) f", values
        )
        (total,) = cursor.fetchone()
        cursor.execute(
            f"SELECT d.card FROM search_document d WHERE {where} ORDER BY {order} LIMIT %s", [*values, limit]
        )
        cards = [found for (card,) in cursor.fetchall() if (found := orjson.loads(card))]
    return min(total, COUNTED_MAX), total > COUNTED_MAX, cards


def strayed(collection_id: UUID, rule: Rule, items: Sequence[UUID], *, at: datetime, limit: int) -> list[UUID]:
    """Products whose document says otherwise than the rule, or than the items of a collection made by hand."""
    where, values = clause_of(rule, at) if rule else ("d.product_id = ANY(%s::uuid[])", [list(items)])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT d.product_id FROM search_document d WHERE ({where}) <> (d.facets @> %s::text[]) "
            "ORDER BY d.product_id LIMIT %s",
            [*values, [f"collection={collection_id}"], limit],
        )
        return [pk for (pk,) in cursor.fetchall()]


def clause_of(rule: Rule, at: datetime) -> Clause:
    """An empty rule holds for nothing."""
    parts = [clause_of(one, at) if "conditions" in one else _clause(one, at) for one in rule.get("conditions", [])]
    return joined(parts, "AND" if rule["match"] == "all" else "OR") if parts else ("FALSE", [])


def _clause(one: Rule, at: datetime) -> Clause:
    field = one["field"]
    if field == "price":
        low, high = one["min"] or 0, one["max"]
        return ("d.price_minor >= %s", [low]) if high is None else ("d.price_minor BETWEEN %s AND %s", [low, high])
    if field == "discount":
        return "d.discount_bp >= %s", [one["percent"] * 100]
    if field == "newness":
        return "d.published_at >= %s", [at - timedelta(days=one["days"])]
    if field == "stock":
        return "d.in_stock", []
    if one["op"] == "between":
        name = facets_of(one | {"values": [""]})[0]
        return "d.facets && %s::text[]", [[f"{name}{value}" for value in values_of(name) if is_between(value, one)]]
    sql = "d.facets && %s::text[]"
    return (sql if one["op"] == "is" else f"NOT ({sql})"), [facets_of(one)]


def values_of(prefix: str) -> list[str]:
    """The values that products have for `name=`, the most frequent first."""
    rows = Count.objects.filter(scope=NOWHERE, total__gt=0, facet__gte=prefix, facet__lt=prefix[:-1] + ">")
    facets = rows.order_by("-total", "facet").values_list("facet", flat=True)[:VALUES_MAX]
    return [facet.removeprefix(prefix) for facet in facets]
