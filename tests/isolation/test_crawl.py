"""Two brands with words that appear nowhere else, and a look everywhere in each for a word of the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import caches

from haat.content.api.customer import Pages
from haat.core import generation
from haat.core.api import cached
from haat.tenancy.context import brand_scope
from tests.isolation import tally
from tests.isolation.crawl import portals, storefront, stores
from tests.isolation.crawl.sight import Sight, sight
from tests.isolation.world import marks
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.isolation.world import World

pytestmark = pytest.mark.usefixtures("undone")


def everything(world: World, sent: list[Any]) -> Iterator[Sight]:
    """Brand by brand, and in turns where one could leave something for the other."""
    for side in (world.aster, world.birch):
        with stores.listening() as logged:
            for party in ("", "asha"):
                yield from storefront.walk(side, party)
            yield from portals.read(side)
            run_jobs(side.brand)
        yield from (sight("logs", "while it was read", str(side.brand.slug), line) for line in logged)
        yield from stores.rows(side)
        yield from stores.files(side)
    for side in (world.aster, world.birch):
        yield from stores.cache(side)
    yield from stores.messages(sent)


def foreign(sights: Iterable[Sight]) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many places of each kind were seen, in how many the brand's own word stood, and where another's did."""
    seen, own, wrong = Counter[str](), Counter[str](), []
    for one in sights:
        seen[f"{one.brand}: {one.surface}"] += 1
        own[f"{one.brand}: {one.surface}"] += one.own
        if one.foreign:
            wrong.append(f"{one.brand}: {one.surface}: {one.where} has {', '.join(sorted(one.foreign))}")
    return seen, own, wrong


def test_nothing_of_one_brand_is_found_in_the_other(world: World, sent: list[Any]) -> None:
    """ASVS item 1: no word of another brand in pages, APIs, rows, tasks, cache, files, mails, SMS and logs."""
    seen, own, wrong = foreign(everything(world, sent))
    for place, number in seen.items():
        tally.cell("crawl", place, "searched", number)
        tally.cell("crawl", place, "own", own[place])
        tally.cell("crawl", place, "foreign", sum(complaint.startswith(f"{place}: ") for complaint in wrong))
    tally.add("leaks", len(wrong))
    assert wrong == []
    for slug in marks.BRANDS:
        for surface in ("storefront", "role APIs", "rows", "task payloads", "cache", "files", "messages"):
            assert own[f"{slug}: {surface}"] > 0, f"{surface} of {slug} was not really read: its own words are missing"
    assert seen["aster: storefront"] > 40
    assert seen["aster: logs"] > 0


@pytest.mark.parametrize(("slug", "other"), [("aster", "birch"), ("birch", "aster")])
def test_search_finds_the_own_goods_and_never_the_others(world: World, slug: str, other: str) -> None:
    visitor = Api("customer", world.side(slug).brand)
    for word in (marks.BRANDS[other], marks.shown(other, "ravi"), f"bowl {marks.shown(other, 'ravi')}"):
        answer = visitor.get("products", q=word)
        titles = " ".join(card["title"] for card in answer["data"]).lower()
        assert marks.BRANDS[other] not in titles
        assert marks.BRANDS[other] not in str(visitor.get("search/suggestions", q=word[:6])["data"]).lower()
    assert visitor.get("products", q=marks.shown(slug, "ravi"))["data"]
    assert marks.BRANDS[slug] in str(visitor.get("search/suggestions", q=marks.BRANDS[slug][:5])["data"]).lower()


def test_the_front_page_of_the_platform_shows_what_shops_show(world: World) -> None:
    """The one place where both names stand: on purpose, and no secret of either."""
    api = Api("launch")
    api.call("GET", "/api/v1/launch/shops")
    said = api.response.content
    assert all(mark.encode() in said.lower() for mark in marks.BRANDS.values())
    assert not any(marks.found(marks.secrets(slug), said) for slug in marks.BRANDS)


def test_a_planted_query_into_the_other_schema_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Pages.get

    def planted(view: Any, request: Any) -> Any:
        with brand_scope(world.birch.brand):
            return real(view, request)

    monkeypatch.setattr(Pages, "get", planted)
    _, _, wrong = foreign(portals.read(world.aster))
    assert any("/pages" in complaint for complaint in wrong)


def test_a_planted_cache_key_without_its_brand_is_found(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "_key", lambda request: f"planted:{request.path}:{request.GET.urlencode()}")
    monkeypatch.setattr(generation, "cache", caches["platform"])
    monkeypatch.setattr(generation, "_key", lambda: "planted:generation")
    visits = [storefront.walk(side, "", most=12) for side in (world.birch, world.aster)]
    _, _, wrong = foreign(one for visit in visits for one in visit)
    caches["platform"].delete_pattern("planted:*")  # type: ignore[attr-defined]  # django-redis has it
    assert any(complaint.startswith("aster: storefront: /") for complaint in wrong)


def test_a_planted_word_in_a_message_a_row_and_a_file_is_found(world: World, sent: list[Any]) -> None:
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from haat.core import jobs

    with brand_scope(world.aster.brand):
        jobs.enqueue("test.planted", word="Zimblo")
        default_storage.save("planted.svg", ContentFile(b"<svg>zimblo</svg>"))
    found = foreign([*stores.rows(world.aster), *stores.files(world.aster)])[2]
    assert {"aster: task payloads: test.planted has zimblo", "aster: files: planted.svg has zimblo"} <= set(found)
    with brand_scope(world.aster.brand):
        default_storage.delete("planted.svg")
