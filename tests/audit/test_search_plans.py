"""A search of a long log is answered by an index, whatever it is narrowed by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from haat.audit import queries
from haat.core import clock
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.audit.conftest import Sealed

ROWS = 100_000
ONE = "c4ca4238a0b923820dcc509a6f75849b"  # md5 of 1
INSERT = f"""
INSERT INTO audit_auditentry (id, created_at, at, action, actor_kind, actor_id, actor_name, actor_role, object_type,
    object_id, object_label, reason, address, request_id)
SELECT gen_random_uuid(), now(), now() - n * interval '1 minute',
    (ARRAY['offer.repriced', 'seller.approved', 'login.succeeded', 'order.part_shipped'])[1 + n % 4], 'staff',
    md5((n % 50)::text), 'Person ' || n % 50, 'owner', 'x.y', md5((n % 3000)::text), 'Thing ' || md5(n::text), '', '',
    md5(n::text)
FROM generate_series(1, {ROWS}) n
"""
SEARCHES: list[dict[str, Any]] = [
    {},
    {"action": "seller."},
    {"action": "offer.repriced"},
    {"actor_id": ONE},
    {"object_id": ONE},
    {"request_id": ONE},
    {"q": "c4ca42"},
    {"actor": "Person 7", "action": "login."},
    {"q": "nothing like that"},
]


def _scans(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        if "Relation Name" in node:
            yield node["Node Type"], node["Relation Name"]
        for one in node.values():
            yield from _scans(one)
    if isinstance(node, list):
        for one in node:
            yield from _scans(one)


def test_no_search_reads_a_whole_table_of_100_000_entries(sealed: Sealed) -> None:
    sealed.tamper(INSERT, "ANALYZE audit_auditentry", "ANALYZE audit_auditseal")
    today = clock.now().date()
    with brand_scope(sealed.brand):
        for asked in [*SEARCHES, {"since": today, "until": today}]:
            rows = queries.with_seals(queries.entries(**asked))[:20]
            for rows_or_count in (rows, queries.entries(**asked)[: queries.COUNTED_MAX]):
                found = list(_scans(json.loads(rows_or_count.explain(format="json"))))
                assert any(table == "audit_auditentry" for _, table in found)
                assert ("Seq Scan", "audit_auditentry") not in found, (asked, found)
