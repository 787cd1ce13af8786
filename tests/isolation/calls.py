"""One request of the matrix: made, judged, and not happened."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db import connection, transaction

from haat.core import clock
from haat.identity.models import TokenFamily
from haat.tenancy.context import public_scope
from tests.isolation import variants
from tests.support import Api

if TYPE_CHECKING:
    from tests.isolation.callers import Caller
    from tests.isolation.policy.line import Line
    from tests.isolation.variants import Variant
    from tests.isolation.world import World
    from tests.razorpay_simulator.server import InThread

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass
class Desk:
    """Visitors of aster's hosts, each signed in once a portal, with a proof of just now where `proved`."""

    world: World
    provider: InThread
    visitors: dict[tuple[str, str, str, bool], Api] = field(default_factory=dict)

    def visitor(self, caller: Caller, portal: str, *, proved: bool = True) -> Api:
        key = (caller.slug, caller.party, portal, proved)
        if key not in self.visitors:
            brand = self.world.aster.brand if portal not in {"launch", "platform"} else None
            user = caller.user(self.world)
            one = self.visitors[key] = Api(portal, brand, user, proved=proved)
            one.client.raise_request_exception = False
            if user is not None:  # who comes for the first time is written down: once, not in each request taken back
                one.get("profile" if portal == "customer" else "/api/v1/me")
            if not proved and user is not None:
                with public_scope():
                    long_ago = clock.now() - timedelta(hours=1)
                    family = TokenFamily.objects.filter(user=user, portal=portal).order_by("-began_at", "-pk")[:1]
                    TokenFamily.objects.filter(pk__in=family).update(authenticated_at=long_ago, proved_at=None)
        return self.visitors[key]


@dataclass
class Call:
    desk: Desk
    line: Line
    caller: Caller
    variant: Variant
    proved: bool = True
    key: str = field(default_factory=lambda: uuid.uuid4().hex)
    status: int = 0
    answer: Any = None

    @property
    def world(self) -> World:
        return self.desk.world

    @property
    def provider(self) -> InThread:
        return self.desk.provider

    @property
    def variant_slug(self) -> str:
        return "birch" if self.variant.whose == "neighbour" else "aster"

    def thing(self, kind: str) -> str:
        return variants.thing(self.line, self.world, kind, self.variant)

    def path(self) -> str:
        if self.line.path.startswith("^"):
            return "/anything"
        return "/" + PARAMETER.sub(lambda found: self.thing(self.line.names[found[1]]), self.line.path)

    def body(self) -> Any:
        if callable(self.line.body):
            return self.line.body(self)
        given = self.line.body or {}
        is_name = lambda value: isinstance(value, str) and value.startswith("$")  # noqa: E731 - used on the next line only
        return {name: self.thing(value[1:]) if is_name(value) else value for name, value in given.items()}

    @property
    def visitor(self) -> Api:
        return self.desk.visitor(self.caller, self.line.portal, proved=self.proved)

    def ask(self, method: str, path: str, body: Any) -> Any:
        """A request of the same visitor that comes before."""
        return self.visitor.call(method, path, body)

    def make(self) -> Call:
        """Ask in a savepoint and take everything back."""
        visitor = self.visitor
        with transaction.atomic():
            visitor.client.cookies.clear()
            if self.line.method == "GET":
                visitor.get(self.path(), **self.body())
            elif self.line.form:
                self._send(visitor, self.body())
            else:
                visitor.call(self.line.method, self.path(), self.body(), key=self.key)
            connection.set_schema_to_public()
            transaction.set_rollback(True)
        self.status, self.answer = visitor.response.status_code, visitor.response
        return self

    def _send(self, visitor: Api, fields: dict[str, Any]) -> None:
        headers = visitor.headers | {"Sec-Fetch-Site": "same-origin"}
        kind = "application/x-www-form-urlencoded"
        visitor.response = visitor.client.generic(
            self.line.method, self.path(), urlencode(fields), content_type=kind, headers=headers
        )
        connection.set_schema_to_public()

    def said(self) -> bytes:
        """Everything that came back: status line aside."""
        body = b"".join(self.answer.streaming_content) if self.answer.streaming else self.answer.content
        heads = "\n".join(f"{name}: {value}" for name, value in self.answer.headers.items())
        cookies = "\n".join(morsel.OutputString() for morsel in self.answer.cookies.values())
        return bytes(body) + heads.encode() + cookies.encode()

    def __str__(self) -> str:
        line = self.line
        return f"{line.method:<6} {line.portal} /{line.path} as {self.caller.name} ({self.caller.party}) with {self.variant}"
