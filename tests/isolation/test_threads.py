"""Eight threads, two brands, exceptions, rollbacks, cursors and streams in turns on the real engine: no foreign row."""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.http import StreamingHttpResponse
from django.test import Client

from haat.content.api.customer import Pages
from haat.content.models import Page
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.queries import brand_by_slug
from tests.isolation import tally
from tests.isolation.world import marks
from tests.support import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from haat.tenancy.models import Brand

THREADS, STEPS, ROWS = 8, 30, 40
INSERT = """INSERT INTO "{}".content_page (id, created_at, updated_at, slug, title, body_markdown, html, position)
            VALUES (%s, now(), now(), %s, %s, '', '', 0)"""


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[list[Brand]]:
    """Both brands with rows that every connection sees; the owner removes them afterwards."""
    with django_db_blocker.unblock():
        brands = [brand_by_slug(slug) for slug in marks.BRANDS]
        with psycopg.connect(owner_url, autocommit=True) as owner:
            for brand in brands:
                for number in range(ROWS):
                    word = f"{marks.BRANDS[str(brand.slug)]}-{number}"
                    owner.execute(INSERT.format(brand.schema_name), [uuid.uuid4(), word, word])
        yield brands
        connection.close()
        with psycopg.connect(owner_url, autocommit=True) as owner:
            for brand in brands:
                owner.execute(f'DELETE FROM "{brand.schema_name}".content_page')


@pytest.fixture(params=["one connection a thread", "pool"])
def pooled(request: pytest.FixtureRequest) -> Iterator[bool]:
    """As the worker runs, and as the web processes do."""
    entry: Any = connections["default"].settings_dict
    before = entry["OPTIONS"], entry["CONN_MAX_AGE"]
    if request.param == "pool":
        entry["OPTIONS"] = before[0] | {"pool": {"min_size": 2, "max_size": 4, "timeout": 20}}
        entry["CONN_MAX_AGE"] = 0
    yield request.param == "pool"
    if request.param == "pool":
        connections["default"].close_pool()
    entry["OPTIONS"], entry["CONN_MAX_AGE"] = before


class Planned(Exception):
    """A fault of the test."""


def plainly(brand: Brand) -> list[str]:
    with brand_scope(brand):
        return list(Page.objects.values_list("title", flat=True))


def in_a_savepoint(brand: Brand) -> list[str]:
    with brand_scope(brand), transaction.atomic():
        try:
            with transaction.atomic():
                Page.objects.create(slug=uuid.uuid4().hex[:20], title=f"{marks.BRANDS[str(brand.slug)]} passing")
                raise Planned
        except Planned:
            return list(Page.objects.values_list("title", flat=True))


def with_a_server_side_cursor(brand: Brand) -> list[str]:
    with brand_scope(brand), transaction.atomic():
        return [page.title for page in Page.objects.iterator(chunk_size=7)]


def with_a_broken_statement(brand: Brand) -> list[str]:
    try:
        with brand_scope(brand), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")
    except DatabaseError:
        return plainly(brand)
    raise AssertionError("dividing by zero went well")


def with_an_exception(brand: Brand) -> list[str]:
    try:
        with brand_scope(brand), transaction.atomic():
            Page.objects.filter(position=0).update(position=1)
            raise Planned
    except Planned:
        return plainly(brand)


def through_public_and_back(brand: Brand) -> list[str]:
    with brand_scope(brand):
        first = list(Page.objects.values_list("title", flat=True)[:5])
        with public_scope():
            assert brand_by_slug(str(brand.slug)).pk == brand.pk
        return first + list(Page.objects.values_list("title", flat=True))


def visitor(brand: Brand) -> Client:
    return Client(
        HTTP_HOST=host_of("customer", brand), raise_request_exception=False
    )  # it would raise other threads' too


def over_http(brand: Brand) -> list[str]:
    answer = visitor(brand).get("/api/v1/customer/pages?limit=100")
    return [row["title"] for row in answer.json()["data"]]


def over_http_with_a_fault(brand: Brand) -> list[str]:
    assert visitor(brand).get("/api/v1/customer/pages?limit=7").status_code == 500
    return over_http(brand)


def over_http_as_a_stream(brand: Brand) -> list[str]:
    answer = visitor(brand).get("/api/v1/customer/pages?limit=9")
    return [part.decode() for part in answer.streaming_content if part]


WAYS: list[Callable[[Brand], list[str]]] = [
    plainly, in_a_savepoint, with_a_server_side_cursor, with_a_broken_statement, with_an_exception, through_public_and_back, over_http,
    over_http_with_a_fault, over_http_as_a_stream,
]  # fmt: skip


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that breaks in the middle of its work for a page of seven, and streams one of nine."""
    real = Pages.get

    def get(view: Any, request: Any) -> Any:
        if request.query_params.get("limit") == "7":
            Page.objects.filter(position=0).update(position=2)
            raise Planned
        return real(view, request)

    def dispatch(view: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        if request.GET.get("limit") == "9":
            return StreamingHttpResponse(list(Page.objects.values_list("title", flat=True)))
        return super(Pages, view).dispatch(request, *args, **kwargs)

    monkeypatch.setattr(Pages, "get", get)
    monkeypatch.setattr(Pages, "dispatch", dispatch, raising=False)


@pytest.mark.usefixtures("faults")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_threads_brands_faults_and_rollbacks_in_turns_never_mix(
    committed: list[Brand], pooled: bool, caplog: Any
) -> None:
    """ASVS item 1: whatever happened on a connection before, what is read next is the brand's own."""
    caplog.set_level("CRITICAL")
    wrong: list[str] = []
    tries: Counter[str] = Counter()
    begin = threading.Barrier(THREADS)

    def work(number: int) -> None:
        dice = random.Random(number)
        begin.wait()
        try:
            for _ in range(STEPS):
                brand, way = dice.choice(committed), dice.choice(WAYS)
                _judge(brand, way, wrong, tries)
        except Exception as error:
            wrong.append(f"thread {number}: {type(error).__name__}: {error}")
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    tally.add("interleaved reads", sum(tries.values()))
    for way, number in tries.items():
        tally.cell("interleaved", way.replace("_", " "), "pool" if pooled else "one connection a thread", number)
    assert wrong == []
    assert set(tries) == {way.__name__ for way in WAYS}


def _judge(brand: Brand, way: Callable[[Brand], list[str]], wrong: list[str], tries: Counter[str]) -> None:
    own = marks.BRANDS[str(brand.slug)]
    found = way(brand)
    tries[way.__name__] += 1
    if foreign := [title for title in found if not title.startswith(own)]:
        wrong.append(f"{way.__name__} in {brand.slug} read {foreign[:3]}")
    if len(found) < ROWS:
        wrong.append(f"{way.__name__} in {brand.slug} read only {len(found)} rows")
    if connection.schema_name != "public":
        wrong.append(f"{way.__name__} in {brand.slug} left {connection.schema_name} behind")
