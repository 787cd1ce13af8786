"""Public answers kept by the brand's generation: a change of the catalogue forgets all of them at once.

Signed-in callers never read or write this cache.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import orjson
from django.http import HttpResponse, HttpResponseNotModified, JsonResponse
from django_redis.exceptions import ConnectionInterrupted

from haat.core import context, generation
from haat.core.api import errors, limiting
from haat.core.errors import TooManyRequests

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponseBase

Kept = tuple[str, bytes, dict[str, Any], str]  # ETag, data, meta, the name of who is told of it

Found = tuple[str, str, bytes | None]  # key, generation, what is kept under the key

listeners: dict[str, Callable[[str, dict[str, Any]], None]] = {}  # take the query as it came, and `meta`
LOOKED_UP = "haat.looked_up"  # in the environment of a request: what the short way found
QUERY_MAX = 300  # longer questions are answered, not kept


class Answer(HttpResponse):
    """A kept answer with the request id of this call; `data` is what DRF's response would carry."""

    def __init__(self, body: bytes, etag: str) -> None:
        super().__init__(body, content_type="application/json", headers=_headers(etag))

    @cached_property
    def data(self) -> Any:
        return orjson.loads(self.content)


class Cached:
    """Mixin of an endpoint whose GET is the same for every visitor who is not signed in."""

    cacheable: ClassVar[bool] = True
    cache_seconds: ClassVar[int] = 3600
    listener: ClassVar[str] = ""  # in `listeners`: is told of each answer that a visitor gets, kept or new

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "identity", None) is not None or not may_be_kept(request):
            return self._live(request, *args, **kwargs)
        try:
            key, token, found = self._found(request)
        except ConnectionInterrupted:  # the cache is out; pages still work
            return self._live(request, *args, **kwargs)
        kept = _unpack(found, token)
        if kept is None:
            with generation.hold(token):
                response: Any = self._live(request, *args, **kwargs)
            if response.status_code != 200:
                refused: HttpResponseBase = response
                return refused
            kept = self._keep(key, token, response.data)
        elif refusal := _refusal(self, request):
            return refusal
        if self.listener and context.current().actor.kind != context.SYSTEM.kind:
            listeners[self.listener](_query(request), kept[2])
        return _answer(request, kept)

    def _found(self, request: Any) -> Found:
        key, before = _key(request), request.META.get(LOOKED_UP)
        return before if before and before[0] == key else (key, *generation.current_with(key))

    def _live(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # the view class beside
        return response

    def _keep(self, key: str, token: str, envelope: Any) -> Kept:
        data = orjson.dumps(envelope["data"], default=str, option=orjson.OPT_NON_STR_KEYS)
        meta = {name: value for name, value in envelope["meta"].items() if name != "request_id"}
        digest = hashlib.sha256(data + orjson.dumps(meta, option=orjson.OPT_SORT_KEYS)).hexdigest()[:20]
        etag = f'"{digest}"'
        with suppress(ConnectionInterrupted):
            head = orjson.dumps([token, etag, meta, self.listener])
            generation.keep_with(key, head + b"\n" + data, self.cache_seconds)
        return etag, data, meta, self.listener


def look_up(key: str) -> Found | None:
    """What is kept in the active brand, with the present generation; None while the cache is out."""
    try:
        return key, *generation.current_with(key)
    except ConnectionInterrupted:
        return None


def given_at_once(found: Found | None) -> Kept | None:
    """The kept answer that may be given without its view."""
    kept = _unpack(found[2], found[1]) if found else None
    return kept if kept and (not kept[3] or kept[3] in listeners) else None


def short_answer(kept: Kept, query: str, if_none_match: str) -> tuple[int, dict[str, str], bytes] | None:
    """Status, headers and body for the caller of the active context; None for one who has asked for too many."""
    if limiting.is_too_many_kept():
        return None
    etag, _, meta, listener = kept
    if listener:
        listeners[listener](query, meta)
    if if_none_match == etag:
        return 304, _headers(etag), b""
    return 200, {"Content-Type": "application/json"} | _headers(etag), _body(kept)


def may_be_kept(request: Any) -> bool:
    return request.method == "GET" and len(_query(request)) <= QUERY_MAX


def key_of(brand: Any, host: str, path: str, query: str) -> str:
    """What an answer depends on, but for the generation: that is kept with it. Parameters may come in any order."""
    sent = "&".join(sorted(query.split("&")))
    parts = [host, brand.status, brand.locale, brand.currency, path, sent]
    return "answer:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _key(request: Any) -> str:
    return key_of(request.brand, request.META.get("HTTP_HOST", ""), request.path, _query(request))


def _query(request: Any) -> str:
    """As it was sent, or as a page that calls in here has put it together."""
    return str(request.META.get("QUERY_STRING", "") or request.GET.urlencode())


def _answer(request: Any, kept: Kept) -> HttpResponse:
    etag = kept[0]
    if request.META.get("HTTP_IF_NONE_MATCH") == etag:
        return HttpResponseNotModified(headers=_headers(etag))
    return Answer(_body(kept), etag)


def _body(kept: Kept) -> bytes:
    told = orjson.dumps(kept[2] | {"request_id": context.current().request_id})
    return b'{"status":"success","data":%b,"meta":%b}' % (kept[1], told)


def _headers(etag: str) -> dict[str, str]:
    return {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Authorization, Cookie"}


def _refusal(view: Any, request: Any) -> HttpResponseBase | None:
    """The answer to a visitor who asks for kept answers without end."""
    try:
        limiting.charge_kept(view, request)
    except TooManyRequests as refusal:
        answer = JsonResponse(
            errors.body(refusal.code, refusal.message),
            status=refusal.status,
            headers={"Retry-After": str(refusal.retry_after)},
        )
        answer.data = errors.body(refusal.code, refusal.message)  # type: ignore[attr-defined]  # as DRF's responses have
        return answer
    return None


def _unpack(found: bytes | None, token: str) -> Kept | None:
    """A kept answer, unless it is of another generation."""
    if not found:
        return None
    head, _, data = found.partition(b"\n")
    made_at, etag, meta, listener = orjson.loads(head)
    return (etag, data, meta, listener) if made_at == token else None
