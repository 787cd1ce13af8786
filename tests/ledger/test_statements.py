"""A statement runs from the first event to the balance, pages agree with each other, and others' books are not read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection

from haat.core import clock
from haat.ledger import queries, services
from haat.ledger.statements import LINES
from haat.ledger.types import Leg
from haat.tenancy.context import brand_scope

RAVI, MEERA = "seller_payable:ravi", "seller_payable:meera"


def post(number: int, *legs: Leg, days: int = 0) -> None:
    services.post(key=f"event:{number}", code="test", legs=legs, at=clock.now() + timedelta(days=days, seconds=number))


def test_lines_add_up_to_the_balance_and_pages_to_the_whole(aster: Any) -> None:
    with brand_scope(aster):
        for number in range(7):
            post(number, Leg(RAVI, "order_holding", 1_000), Leg("commission_revenue", RAVI, 100 + number))
            post(100 + number, Leg(MEERA, "order_holding", 5_000))
        whole = queries.statement(RAVI)
        assert (whole.total, whole.lines[0].balance_minor) == (7, queries.balance(RAVI))
        assert sum(line.change_minor for line in whole.lines) == queries.balance(RAVI)
        pages = [queries.statement(RAVI, offset=offset, limit=3) for offset in (0, 3, 6, 9)]
        assert [len(page.lines) for page in pages] == [3, 3, 1, 0]
        assert {page.total for page in pages} == {7}
        assert [line for page in pages for line in page.lines] == whole.lines
        assert all(len(line.transaction.postings.all()) == 2 for line in whole.lines)


def test_a_stretch_of_time_keeps_the_balance_from_before_it(aster: Any) -> None:
    with brand_scope(aster):
        post(1, Leg(RAVI, "order_holding", 1_000))
        post(2, Leg(RAVI, "order_holding", 10), days=2)
        later = queries.statement(RAVI, since=clock.now() + timedelta(days=1))
        assert [(line.change_minor, line.balance_minor) for line in later.lines] == [(10, 1_010)]
        assert queries.statement(RAVI, until=clock.now() - timedelta(days=1)).total == 0
        assert queries.statement("seller_payable:nobody").lines == []


def test_the_plan_reads_the_accounts_own_postings_by_their_indexes(aster: Any) -> None:
    """No table is read whole. Which of the indexes is taken depends on statistics, which a test's transaction has not."""
    with brand_scope(aster):
        for number in range(400):
            post(number, Leg(f"seller_payable:{number % 40}", "order_holding", 10))
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM ledger_account WHERE code = 'seller_payable:1'")
            (account,) = cursor.fetchone()
            cursor.execute("SET LOCAL enable_seqscan = off")
            asked = {"account": account, "since": None, "until": None, "limit": 20, "offset": 0}
            cursor.execute(f"EXPLAIN {LINES}", asked)
            plan = "\n".join(row[0] for row in cursor.fetchall())
            cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'ledger_posting'")
            names = [row[0] for row in cursor.fetchall()]
    assert "Seq Scan" not in plan
    for side in ("source", "destination"):
        assert any(name.startswith(f"ledger_posting_{side}") for name in names)
