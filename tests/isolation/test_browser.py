"""What a browser can be made to do: nothing by a link, nothing by another site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from haat.tenancy.crosssite import CrossSiteMiddleware
from tests.isolation import policy, tally, variants
from tests.isolation.callers import Caller
from tests.isolation.calls import Call, Desk

if TYPE_CHECKING:
    from tests.isolation.policy import Line
    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread

pytestmark = pytest.mark.usefixtures("undone")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|TRUNCATE|CREATE|ALTER|DROP)\b", re.IGNORECASE)
SEEN = 'UPDATE "identity_tokenfamily" SET "last_seen_at"'  # that a sign-in was used keeps it from ending
SIGNED = ("webhooks/", "payments/razorpay/return/")  # by the provider; they read no cookie
ATTACKS = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
)


def owner(line: Line) -> Caller:
    if line.portal in {"platform", "launch"}:
        return Caller("platform staff", "platform", "olga")
    return Caller("owner", "aster", variants.owner_of(line))


def test_no_get_of_any_route_changes_anything(world: World, provider: InThread) -> None:
    """ASVS item 29: not one statement that writes, asked by the very person who may."""
    desk, wrong = Desk(world, provider), []
    for line in policy.lines():
        if line.method == "GET" and not line.brief and not line.notes:
            written: list[str] = []

            def watch(
                execute: Any, sql: Any, params: Any, many: bool, context: Any, written: list[str] = written
            ) -> Any:
                written += [str(sql)[:120]] if WRITES.match(str(sql)) and SEEN not in str(sql) else []
                return execute(sql, params, many, context)

            call = Call(desk, line, owner(line), variants.OWN)
            desk.visitor(call.caller, line.portal)  # signing in writes, and comes before
            with connection.execute_wrapper(watch):
                call.make()
            wrong += [f"{call}: {statement}" for statement in written]
            tally.add("GETs without a write")
    assert wrong == []


def test_no_other_site_can_use_any_unsafe_route(world: World, provider: InThread) -> None:
    """ASVS item 29: each POST, PATCH and DELETE of each host, signing in and refreshing among them, as another site would send it."""
    desk, wrong = Desk(world, provider), []
    for number, line in enumerate(policy.lines()):
        if line.method == "GET" or line.path.startswith(SIGNED):
            continue
        visitor = desk.visitor(owner(line), line.portal)
        path = Call(desk, line, owner(line), variants.OWN).path()
        answer = visitor.client.generic(
            line.method, path, "{}", content_type="text/plain", headers=visitor.headers | ATTACKS[number % len(ATTACKS)]
        )
        connection.set_schema_to_public()
        if answer.status_code != 403 or answer.json()["error"]["code"] != "cross_site":
            wrong.append(f"{line.method} {path}: {answer.status_code}")
    assert wrong == []
    assert CrossSiteMiddleware.exempt == tuple(f"/{path}" for path in SIGNED)
