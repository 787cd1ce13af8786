"""The application as a WSGI callable that takes back what each request did."""

from __future__ import annotations

import sys
import traceback
import uuid
from typing import TYPE_CHECKING, Any

from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test.client import ClientHandler

from tests.support import host_of, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.isolation.world import World

OWNERS = {"customer": "asha", "seller": "ravi", "admin": "nia"}


class Application:
    """One role's host, reached as somebody signed in there; as nobody while `is_nobody`."""

    def __init__(self, world: World, portal: str) -> None:
        brand = world.aster.brand if portal != "platform" else None
        user = world.platform["olga"] if portal == "platform" else world.aster.people[OWNERS[portal]]
        self.host = host_of(portal, brand)
        self.token, self.is_nobody = sign_in(user, portal, brand), False
        self.handler = ClientHandler()
        self.trouble = ""
        got_request_exception.connect(self._remember)

    def close(self) -> None:
        got_request_exception.disconnect(self._remember)

    def _remember(self, **_: Any) -> None:
        self.trouble = "".join(traceback.format_exception(*sys.exc_info(), limit=-3))

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        given = {"HTTP_HOST": self.host, "HTTP_SEC_FETCH_SITE": "same-origin", "wsgi.url_scheme": "http"}
        if not self.is_nobody:
            given["HTTP_AUTHORIZATION"] = f"Bearer {self.token}"
        if "HTTP_IDEMPOTENCY_KEY" in environ:  # generated keys repeat themselves
            given["HTTP_IDEMPOTENCY_KEY"] = environ["HTTP_IDEMPOTENCY_KEY"][:60] + uuid.uuid4().hex
        self.trouble = ""
        with transaction.atomic():
            response = self.handler(environ | given)
            connection.set_schema_to_public()
            transaction.set_rollback(True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.headers.items()))
        return [body]
