"""A kept answer is the same on the short way as on the long one, and only what is public takes it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from haat.core import generation, limits
from haat.core.api import cached
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand
from haat.tenancy.shortway import ShortWay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = "/api/v1/customer/products/ribbed-tumbler"
PUBLIC = [PAGE, "/api/v1/customer/products?limit=2&sort=newest", "/api/v1/customer/categories"]
OWN = {"X-Request-Id", "RateLimit", "RateLimit-Policy"}  # differ from call to call; the short way counts by itself
OF_A_VIEW = {"Content-Language"}  # public data is the same in every language, so the short way reads no wish for one


class Answer:
    def __init__(self, application: Any, brand: Brand, target: str, *, method: str = "GET", **more: str) -> None:
        path, _, query = target.partition("?")
        self.environ: dict[str, Any] = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80", "HTTP_HOST": f"{brand.slug}.{settings.HAAT_PLATFORM_DOMAIN}", "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(), "wsgi.url_scheme": "http", "wsgi.errors": io.StringIO(), **more,
        }  # fmt: skip
        self.body = b"".join(application(self.environ, self._start))

    def _start(self, status: str, headers: list[tuple[str, str]], *_: Any) -> None:
        self.status, self.headers = int(status[:3]), dict(headers)

    @property
    def same(self) -> Any:
        """All but what is each call's own."""
        found = orjson.loads(self.body)
        found["meta"].pop("request_id")
        said = {name: text for name, text in self.headers.items() if name not in OWN | OF_A_VIEW}
        said["Vary"] = said["Vary"].replace(", Accept-Language", "")
        return self.status, said, found


def closed(environ: Any, start: Any) -> list[bytes]:
    start("599 Long way", [])
    return [b""]


@pytest.fixture
def long_way() -> Iterator[Any]:
    """The application, which leaves this test its connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def is_short(aster: Brand, shop: Any, long_way: Any) -> Callable[..., bool]:
    """Whether a question takes the short way after it was asked once."""

    def ask(target: str, brand: Brand = aster, **more: str) -> bool:
        Answer(long_way, brand, target)
        return Answer(ShortWay(closed), brand, target, **more).status != 599

    return ask


@pytest.mark.parametrize("target", PUBLIC)
def test_both_ways_answer_the_same(target: str, aster: Brand, shop: Any, long_way: Any) -> None:
    Answer(long_way, aster, target)
    long, short = Answer(long_way, aster, target), Answer(ShortWay(closed), aster, target)
    assert short.same == long.same
    assert short.status == 200
    assert short.headers["X-Request-Id"] == orjson.loads(short.body)["meta"]["request_id"]
    assert short.headers["X-Request-Id"] != long.headers["X-Request-Id"]
    etag = short.headers["ETag"]
    again = [Answer(way, aster, target, HTTP_IF_NONE_MATCH=etag) for way in (long_way, ShortWay(closed))]
    assert [(one.status, one.body, one.headers["ETag"]) for one in again] == [(304, b"", etag)] * 2


def test_a_shop_with_frontends_varies_by_origin_on_both_ways(aster: Brand, shop: Any, long_way: Any) -> None:
    Brand.objects.filter(pk=aster.pk).update(frontends=["https://app.example"])
    hosts.forget()
    Answer(long_way, aster, PAGE)
    long, short = Answer(long_way, aster, PAGE), Answer(ShortWay(closed), aster, PAGE)
    assert short.same == long.same
    assert "Origin" in short.headers["Vary"]


def test_only_what_is_public_takes_it(is_short: Any, birch: Brand) -> None:
    assert is_short(PAGE)
    assert is_short(f"{PAGE}?b=1&a=2")
    for more in [
        {"HTTP_COOKIE": f"a=b; {settings.SESSION_COOKIE_NAME}=x"},
        {"HTTP_COOKIE": f"{settings.HAAT_VIEW_COOKIE}=x"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"method": "HEAD"},
        {"method": "POST"},
        {"HTTP_HOST": "nobody.example"},
    ]:
        assert not is_short(PAGE, **more), more
    assert not is_short(PAGE, brand=birch), "the neighbour has no such product"
    assert not is_short(f"{PAGE}?x={'y' * 400}")


def test_a_change_a_closed_shop_and_an_unknown_host_end_it(aster: Brand, is_short: Any) -> None:
    assert is_short(PAGE)
    with brand_scope(aster):
        generation.bump()
    assert Answer(ShortWay(closed), aster, PAGE).status == 599
    assert is_short(PAGE)
    hosts.forget()
    assert Answer(ShortWay(closed), aster, PAGE).status == 599, "the long way looks the host up"
    Brand.objects.filter(pk=aster.pk).update(status=Brand.Status.SUSPENDED)
    assert not is_short(PAGE)


def test_the_long_way_finds_the_question_as_it_was_asked(aster: Brand, shop: Any) -> None:
    claims = {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_FORWARDED": "for=203.0.113.9"}
    asked = Answer(ShortWay(closed), aster, PAGE, **claims)
    assert asked.status == 599
    assert claims.items() <= asked.environ.items()
    assert "haat.forwarded" not in asked.environ


def test_who_asks_without_end_is_refused_by_the_long_way(
    aster: Brand, is_short: Any, long_way: Any, settings: Any
) -> None:
    settings.HAAT_LIMITS = settings.HAAT_LIMITS | {"kept_answers": (3, 60)}
    limits.forget_here()
    try:
        assert is_short(PAGE)
        found = [Answer(ShortWay(long_way), aster, PAGE).status for _ in range(4)]
    finally:
        limits.forget_here()
    assert found[0] == 200
    assert found[-1] == 429


def test_a_question_in_words_is_counted_on_both_ways(
    aster: Brand, is_short: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from haat.search import services

    heard: list[tuple[str, int]] = []
    monkeypatch.setattr(services, "hear", lambda *, text, found, **_: heard.append((text, found)))
    for target in ("/api/v1/customer/products?q=Ribbed+tumbler", "/api/v1/customer/products?limit=3"):
        assert is_short(target)
    assert heard == [("Ribbed tumbler", 1)] * 2
    monkeypatch.setattr(cached, "listeners", {})  # as in a process that has not loaded its views yet
    assert not is_short("/api/v1/customer/products?limit=3")
