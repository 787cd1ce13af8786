"""The API without the network: a page asks the same URL table, as the same visitor, under the same permission.

A page handler makes at most two such calls.
"""

from __future__ import annotations

import io
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.module_loading import import_string

from haat.core.api import errors

if TYPE_CHECKING:
    from http.cookies import SimpleCookie

    from django.http import HttpResponseBase

PUBLIC_PREFIXES = ("/api/v1/auth/", "/api/v1/me")  # identity's endpoints run outside the brand


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    data: Any = None
    meta: dict[str, Any] = field(default_factory=dict)
    error: dict[str, Any] | None = None
    cookies: SimpleCookie | None = None
    file: HttpResponseBase | None = None  # what is no JSON: a download, to be handed on as it is
    retry_after: str = ""

    @property
    def ok(self) -> bool:
        return self.status < 400

    def pass_on(self, response: HttpResponseBase) -> None:
        """Give the cookies that the API set to the visitor."""
        for name, morsel in (self.cookies or {}).items():
            response.cookies[name] = morsel


class Client:
    """Calls the role API of the host on behalf of the visitor of `request`."""

    def __init__(self, request: HttpRequest, prefix: str) -> None:
        self.request = request
        self.prefix = prefix

    def get(self, path: str, params: dict[str, Any] | None = None) -> Answer:
        query = QueryDict(mutable=True)
        for name, value in (params or {}).items():
            query.setlist(name, [str(item) for item in value] if isinstance(value, list) else [str(value)])
        return self._call("GET", path, query, None, None)

    def post(self, path: str, body: Any = None, *, idempotency_key: str | None = None) -> Answer:
        return self._call("POST", path, QueryDict(), body or {}, idempotency_key)

    def put(self, path: str, body: Any = None) -> Answer:
        return self._call("PUT", path, QueryDict(), body or {}, None)

    def patch(self, path: str, body: Any = None) -> Answer:
        return self._call("PATCH", path, QueryDict(), body or {}, None)

    def delete(self, path: str) -> Answer:
        return self._call("DELETE", path, QueryDict(), None, None)

    def _call(self, method: str, path: str, query: QueryDict, body: Any, key: str | None) -> Answer:
        full = path if path.startswith("/") else f"{self.prefix}{path}"
        try:
            match = resolve(full, urlconf=getattr(self.request, "urlconf", None))
        except Resolver404:
            return Answer(404, error=errors.body("not_found", "There is no such address.")["error"])
        inner = self._inner(method, full, query, body, key)
        with _outside_brand(full):
            response = match.func(inner, *match.args, **match.kwargs)
        data = response.data if isinstance(getattr(response, "data", None), dict) else {}
        self.request.session = inner.session
        return Answer(
            response.status_code,
            data.get("data"),
            data.get("meta", {}),
            data.get("error"),
            response.cookies,
            file=None if hasattr(response, "data") else response,
            retry_after=response.headers.get("Retry-After", ""),
        )

    def _inner(self, method: str, path: str, query: QueryDict, body: Any, key: str | None) -> Any:
        outer: Any = self.request
        inner: Any = HttpRequest()
        inner.method, inner.path, inner.path_info, inner.GET = method, path, path, query
        inner.COOKIES = outer.COOKIES
        inner.META = {
            name: value
            for name, value in outer.META.items()
            if name.startswith(
                ("HTTP_HOST", "HTTP_USER_AGENT", "HTTP_ACCEPT_LANGUAGE", "REMOTE_", "SERVER_", "wsgi.url_scheme")
            )
        }
        payload = orjson.dumps(body) if body is not None else b""
        inner.META |= {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(payload))}
        if key:
            inner.META["HTTP_IDEMPOTENCY_KEY"] = key
        inner._stream, inner._read_started = io.BytesIO(payload), False
        inner.cross_site_checked = inner.in_process = True
        if not hasattr(outer, "counted"):
            outer.counted = {}
        inner.counted = outer.counted  # the visitor asked once, however many calls the page makes
        for name in ("identity", "portal", "brand", "session", "urlconf", "user"):
            setattr(inner, name, getattr(outer, name, None))
        return inner


def _outside_brand(path: str) -> AbstractContextManager[Any]:
    if not path.startswith(PUBLIC_PREFIXES):
        return nullcontext()
    scope: AbstractContextManager[Any] = import_string(settings.HAAT_PUBLIC_SCOPE)()
    return scope
