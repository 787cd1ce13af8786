"""The short way to a kept answer: a guest's question for public data meets neither Django's handler nor any view.

It stands before the application and answers only what it is sure of: a GET of a shop's public API without sign-in,
cookie of a session or foreign origin, whose answer is kept at the brand's present generation. All else goes the long
way, untouched. `tests/search/test_short_way.py` holds both ways to the same answers and headers.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings

from haat.core import context, edge
from haat.core.api import cached
from haat.core.ids import new_id
from haat.core.security import headers_of_all
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Environ = dict[str, Any]
    Start = Callable[..., Any]
    Application = Callable[[Environ, Start], Iterable[bytes]]

KEPT = "/api/v1/customer/"
NOT_ANYBODYS = ("HTTP_AUTHORIZATION", "HTTP_ORIGIN")  # who carries one of these may get an answer of their own


class ShortWay:
    """The application with this way before it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        answer = self._kept(environ) if _is_public(environ) else None
        if answer is None:
            return self.application(environ, start)
        status, headers, body = answer
        start(f"{status} {HTTPStatus(status).phrase}", list(headers.items()))
        return [body]

    def _kept(self, environ: Environ) -> tuple[int, dict[str, str], bytes] | None:
        host, path, query = environ.get("HTTP_HOST", ""), environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        target = hosts.known(hosts.named(host))
        if target is None or target.portal != "customer" or target.brand is None:
            return None
        if target.brand.status != Brand.Status.ACTIVE:
            return None
        key = cached.key_of(target.brand, host, path, query)
        with brand_scope(target.brand):
            found = environ[cached.LOOKED_UP] = cached.look_up(key)  # the long way need not look again
            kept = cached.given_at_once(found)
            if kept is None:
                return None
            # The address is settled for a copy: claims about it must stay for the long way to judge.
            here = context.Context(request_id=new_id().hex, address=edge.settle(environ.copy()))
            with context.use(here):
                answer = cached.short_answer(kept, query, environ.get("HTTP_IF_NONE_MATCH", ""))
        if answer is None:
            return None
        status, headers, body = answer
        if target.brand.frontends:  # a kept answer to one origin must not be given to another
            headers["Vary"] += ", Origin"
        return status, headers_of_all() | headers | {"X-Request-Id": here.request_id}, body


def _is_public(environ: Environ) -> bool:
    """Whether nothing in the question says that it may be somebody's own; the identity middleware decides who."""
    path, cookies = environ.get("PATH_INFO", ""), environ.get("HTTP_COOKIE", "")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and path.startswith(KEPT)
        and path.isascii()
        and len(environ.get("QUERY_STRING", "")) <= cached.QUERY_MAX
        and not any(name in environ for name in NOT_ANYBODYS)
        and settings.SESSION_COOKIE_NAME not in cookies
        and settings.HAAT_VIEW_COOKIE not in cookies
    )
