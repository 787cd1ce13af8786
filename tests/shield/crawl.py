"""Every GET of every portal, asked once a process: what it answered, and what it wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client

from tests.shield.routes import PORTALS, routes
from tests.support import host_of, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.cookies import SimpleCookie

WRITES = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)
SEEN = {"identity_tokenfamily"}  # that a sign-in was used just now keeps it from ending
ASKED: list[Answer] = []


@dataclass(frozen=True)
class Answer:
    """`html` is empty for what is no page; `written` names the tables that asking changed."""

    name: str
    status: int
    headers: dict[str, str]
    cookies: SimpleCookie
    html: str
    written: tuple[str, ...]


@pytest.fixture
def answers(aster: Any, nia: Any, om: Any, ravi: Any, asha: Any, settings: Any) -> list[Answer]:
    """All of them, as production gives them. Several tests look at them, so they are kept."""
    settings.PRODUCTION = True
    if not ASKED:
        people = {"platform": om.user, "customer": asha.user, "seller": ravi.user, "admin": nia.user}
        ASKED.extend(_ask({portal: _visit(portal, user, aster) for portal, user in people.items()}))
    return ASKED


def _visit(portal: str, user: Any, aster: Any) -> dict[str, str]:
    """Somebody with every right in a portal."""
    brand = None if portal == "platform" else aster
    token = sign_in(user, portal, brand)
    return {"HTTP_HOST": host_of(portal, brand), "HTTP_AUTHORIZATION": f"Bearer {token}"}


def _ask(visits: dict[str, dict[str, str]]) -> Iterator[Answer]:
    """Every address signed in and not, and a few requests that go wrong."""
    written: list[str] = []

    def watch(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        found = WRITES.match(str(sql))
        if found and found.group(2) not in SEEN:
            written.append(found.group(2))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        for name, response in _responses(visits | {"launch": {"HTTP_HOST": host_of("launch")}}):
            is_page = response.headers.get("Content-Type", "").startswith("text/html")
            html = response.content.decode() if is_page else ""
            yield Answer(name, response.status_code, dict(response.headers), response.cookies, html, tuple(written))
            written.clear()


def _responses(visits: dict[str, dict[str, str]]) -> Iterator[tuple[str, Any]]:
    for portal in PORTALS:
        for headers in (visits[portal], {"HTTP_HOST": visits[portal]["HTTP_HOST"]}):
            client = Client(**headers, raise_request_exception=False)  # type: ignore[arg-type]  # Django's stubs
            for path, _ in routes(portal):
                yield f"{portal} {path}", client.get(path)
                connection.set_schema_to_public()
    yield "unknown host", Client(HTTP_HOST="nobody.example").get("/")
    yield "cross site", Client(HTTP_HOST=host_of("launch")).post("/x", headers={"Sec-Fetch-Site": "cross-site"})
    yield "static", Client(HTTP_HOST=host_of("launch")).get("/static/haat/api-docs.css")
