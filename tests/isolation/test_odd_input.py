"""No 5xx for anything that can be sent: odd values in every field, in every query, in every name of a path."""

from __future__ import annotations

import logging
import os
import re
import sys
import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from django.core.signals import got_request_exception
from django.db import connection, transaction

from tests.isolation import odd, policy, tally, variants
from tests.isolation.callers import Caller
from tests.isolation.calls import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.isolation.policy import Line
    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread
    from tests.support import Api

pytestmark = pytest.mark.usefixtures("undone", "quiet")
PORTALS = ("customer", "seller", "admin", "platform", "launch")
OWNERS = {"platform": Caller("platform staff", "platform", "olga"), "launch": Caller("anonymous")}
COSTLY = {"api/v1/platform/brands"}  # each success launches a brand
KNOWN = (502, 503)  # a provider that is out is not a fault of ours


@pytest.fixture
def quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


# Of the values at each place; the next place begins elsewhere. All of them with HAAT_FUZZ_EXAMPLES=50 or more.
EVERY = 1 if int(os.environ.get("HAAT_FUZZ_EXAMPLES", "0")) > 49 else 12


class Try:
    """Sends as the line's owner and keeps what broke, one complaint a line of code."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.broken: dict[str, str] = {}
        self.error: Any = None
        self.turn = 0
        got_request_exception.connect(self._remember)

    def _remember(self, **_: Any) -> None:
        self.error = sys.exc_info()[1]

    def some(self, values: Iterable[Any]) -> list[Any]:
        """A share of the values; the others have their turn at the next places."""
        self.turn += 1
        return list(values)[self.turn % EVERY :: EVERY]

    def send(self, line: Line, path: str, content: bytes = b"", query: str = "") -> None:
        visitor = self._visitor(line)
        headers = visitor.headers | {"Sec-Fetch-Site": "same-origin", "Idempotency-Key": uuid.uuid4().hex}
        kind = "application/x-www-form-urlencoded" if line.form else "application/json"
        tally.add("odd requests")
        self.error = None
        with transaction.atomic():
            answer = visitor.client.generic(
                line.method, path, content, content_type=kind, headers=headers, QUERY_STRING=query
            )
            connection.set_schema_to_public()
            transaction.set_rollback(True)
        if answer.status_code >= 500 and answer.status_code not in KNOWN:
            what = f"{type(self.error).__name__}: {self.error}"[:160]
            self.broken.setdefault(f"{line.method} /{line.path}: {what}", f"{path[:80]}?{query[:80]} {content[:120]!r}")

    def _visitor(self, line: Line) -> Api:
        owner = OWNERS.get(line.portal) or Caller("owner", "aster", variants.owner_of(line))
        return self.desk.visitor(owner, line.portal)

    def path(self, line: Line, odd_name: str = "") -> str:
        own = "/" + re.sub(
            r"<(?:\w+:)?(\w+)>", lambda found: odd_name or quote(self.thing(line, line.names[found[1]])), line.path
        )
        return own if not line.path.startswith("^") else f"/{odd_name}"

    def thing(self, line: Line, kind: str) -> str:
        return variants.thing(line, self.desk.world, kind, variants.OWN)

    def body(self, line: Line) -> dict[str, Any]:
        if callable(line.body):
            return (
                {"address_id": self.thing(line, "address"), "payment_method": "cod", "expected_total_minor": 1}
                if line.path.endswith("orders")
                else {}
            )
        given = line.body or {}
        return {
            name: self.thing(line, value[1:]) if str(value).startswith("$") else value for name, value in given.items()
        }


@pytest.fixture
def attempt(world: World, provider: InThread) -> Iterator[Try]:
    one = Try(Desk(world, provider))
    yield one
    got_request_exception.disconnect(one._remember)
    assert not one.broken, f"{len(one.broken)} broke:\n" + "\n".join(
        f"{key}\n    {value}" for key, value in sorted(one.broken.items())
    )


def lines(portal: str, *methods: str) -> list[Line]:
    return [line for line in policy.lines() if line.portal == portal and line.method in methods and not line.brief]


@pytest.mark.parametrize("portal", PORTALS)
def test_odd_bodies_break_nothing(portal: str, attempt: Try) -> None:
    """ASVS item 34: control characters, lone surrogates, huge numbers, deep nesting and wrong types are input like any other."""
    for line in lines(portal, "POST", "PATCH", "DELETE"):
        if line.form:
            continue
        path = attempt.path(line)
        for content in attempt.some(odd.BODIES):
            attempt.send(line, path, content)
        if line.path not in COSTLY:
            for content in attempt.some(odd.bodies(attempt.body(line))):
                attempt.send(line, path, content)


@pytest.mark.parametrize("portal", PORTALS)
def test_odd_queries_and_names_break_nothing(portal: str, attempt: Try) -> None:
    for line in lines(portal, "GET"):
        for query in attempt.some(odd.QUERIES) if not line.path.startswith(("^", "media", "theme", "healthz")) else ():
            attempt.send(line, attempt.path(line), query=query)
    for line in lines(portal, "GET", "POST", "PATCH", "DELETE"):
        for name in attempt.some(odd.NAMES) if line.names or line.path.startswith("^") else ():
            attempt.send(line, attempt.path(line, name), b"" if line.form else b"{}")


FORM_VALUES = ("%00", "a%00b", "%ED%A0%80", "%FF", "9" * 5_000, "%C2%B2", "%D9%A3", "x" * 3_000, "-1", "%E2%80%AE")
FORM_FIELDS = ("next", "key", "part", "total", "address", "method", "quantity", "v", "code", "identifier", "challenge")


def test_odd_forms_break_nothing(attempt: Try) -> None:
    for line in lines("customer", "POST"):
        if line.form:
            asked = [*(line.body if isinstance(line.body, dict) else {}), *FORM_FIELDS]
            fields = [f"{name}={value}" for name in dict.fromkeys(asked) for value in FORM_VALUES]
            for field in attempt.some(fields):
                attempt.send(line, attempt.path(line), field.encode())
