"""Finding goods: half words, mistyped words, filters, facets, order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.core import generation
from haat.search import services
from haat.search.words import distance, words_of
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, slugs
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

pytestmark = pytest.mark.usefixtures("shop")


@pytest.fixture
def visitor(aster: Brand) -> Api:
    return Api("customer", aster)


def _find(visitor: Api, **params: Any) -> list[str]:
    answer = visitor.get("products", **params)
    assert visitor.status == 200, answer
    return slugs(answer["data"])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("serum", "rose-serum"),
        ("SERUMS", "rose-serum"),
        ("ser", "rose-serum"),
        ("tumblr", "ribbed-tumbler"),
        ("sreum", "rose-serum"),
        ("suraahi", "surahi-carafe"),
        ("bringraj oil", "bhringraj-oil"),
        ("creme", "creme"),
        ("Crème", "creme"),
        ("rib tumb", "ribbed-tumbler"),
        ("glassware ribbed", "ribbed-tumbler"),
        ("mouth-blown", "ribbed-tumbler"),
        ("meera rose", "rose-serum"),
    ],
)
def test_what_was_meant_comes_first(visitor: Api, typed: str, first: str) -> None:
    assert _find(visitor, q=typed)[:1] == [first]


@pytest.mark.parametrize("typed", ["xylophone", "'; DROP TABLE", "!!!***", "xq:* | zq"])
def test_what_is_not_there_is_not_found(visitor: Api, typed: str) -> None:
    answer = visitor.get("products", q=typed)
    assert visitor.status == 200
    assert answer["data"] == [] or not words_of(typed)


def test_when_no_product_has_all_words_those_with_some_are_shown_and_it_is_said(visitor: Api) -> None:
    answer = visitor.get("products", q="rose carafe")
    assert set(slugs(answer["data"])) == {"rose-serum", "surahi-carafe"}
    assert answer["meta"]["loose"] is True
    assert visitor.get("products", q="rose serum")["meta"]["loose"] is False


def test_a_title_weighs_more_than_a_description(visitor: Api) -> None:
    assert _find(visitor, q="serum")[0] == "rose-serum"
    assert "creme" in _find(visitor, q="serum")


def test_a_mended_word_is_told(visitor: Api) -> None:
    assert visitor.get("products", q="tumblr")["meta"]["corrected"] == "tumbler"
    assert visitor.get("products", q="tumbler")["meta"]["corrected"] == ""


def test_a_category_includes_its_children(visitor: Api) -> None:
    assert set(_find(visitor, category="glassware")) == {"ribbed-tumbler", "surahi-carafe"}
    visitor.get("products", category="nothing")
    assert visitor.status == 404


def test_filters_narrow(visitor: Api) -> None:
    assert _find(visitor, origin="JP") == ["surahi-carafe"]
    assert set(_find(visitor, seller="ravi-traders")) == {"ribbed-tumbler", "surahi-carafe"}
    assert len(_find(visitor, seller="ravi-traders,meera-crafts")) == 5
    assert _find(visitor, min_price="300", max_price="399.50") == ["ribbed-tumbler"]
    assert "bhringraj-oil" not in _find(visitor, in_stock="true")
    visitor.get("products", min_price="cheap")
    assert visitor.status == 422


def test_order(visitor: Api) -> None:
    up = ["ribbed-tumbler", "rose-serum", "creme", "surahi-carafe", "bhringraj-oil"]
    assert _find(visitor, sort="price") == up  # what is sold out comes last in every order
    assert _find(visitor, sort="price", order="desc")[0] == "surahi-carafe"
    assert _find(visitor, sort="discount")[0] == "surahi-carafe"
    assert _find(visitor, sort="newest")[0] == "creme"
    visitor.get("products", sort="luck")
    assert visitor.status == 422


def _facet(answer: Any, name: str) -> dict[str, int]:
    return {row["value"]: row["count"] for row in answer["meta"]["facets"][name]}


def test_a_facet_is_counted_without_its_own_filter(visitor: Api) -> None:
    answer = visitor.get("products", seller="ravi-traders", category="glassware")
    assert _facet(answer, "seller") == {"ravi-traders": 2}
    assert _facet(answer, "category") == {"glassware": 2, "tumblers": 1}
    assert _facet(answer, "origin") == {"IN": 1, "JP": 1}
    answer = visitor.get("products", seller="ravi-traders")
    assert _facet(answer, "seller") == {"ravi-traders": 2, "meera-crafts": 3}
    assert _facet(answer, "price") == {"250-500": 1, "1000-2500": 1}


def test_pages(visitor: Api) -> None:
    answer = visitor.get("products", limit=2, page=2, sort="price")
    assert slugs(answer["data"]) == ["creme", "surahi-carafe"]
    assert {name: answer["meta"][name] for name in ("page", "limit", "total")} == {"page": 2, "limit": 2, "total": 5}


def test_a_list_needs_few_queries(visitor: Api, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(22):
        visitor.get("products", q="rose serum", category="serums")


def test_suggestions(visitor: Api) -> None:
    found = visitor.get("search/suggestions", q="seru")["data"]
    assert found["products"][0]["slug"] == "rose-serum"
    assert [row["slug"] for row in found["categories"]] == ["serums"]
    assert visitor.get("search/suggestions", q="")["data"]["products"] == []


def test_the_neighbour_finds_nothing(birch: Brand) -> None:
    neighbour = Api("customer", birch)
    assert neighbour.get("products", q="serum")["data"] == []
    assert neighbour.get("products")["meta"]["facets"]["seller"] == []


def test_a_suspended_sellers_goods_leave_the_shop(aster: Brand, visitor: Api, meera: Any) -> None:
    with brand_scope(aster):
        meera.seller.status = "suspended"
        meera.seller.save()
        services.index_seller(meera.seller.pk)
    assert set(_find(visitor)) == {"ribbed-tumbler", "surahi-carafe"}


def test_a_new_offer_is_found_once_its_job_ran(aster: Brand, visitor: Api, ravi: Any, shop: Any) -> None:
    from haat.catalog import services as catalog

    with brand_scope(aster):
        offer = make_offer(shop["oil"], seller=ravi.seller, price_minor=10_000)
        catalog.change_offer(offer=offer, changes={"price_minor": 9_900})
    run_jobs(aster, only="search.")
    assert _find(visitor, sort="price")[0] == "bhringraj-oil"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("serum", "sreum", 1), ("serum", "serun", 1), ("oil", "oil", 0), ("abc", "", 3), ("rose", "nose", 1)],
)
def test_distance(one: str, other: str, far: int) -> None:
    assert distance(one, other) == far


def test_a_page_too_far_does_not_speak_for_the_others(aster: Brand, visitor: Api, shop: Any) -> None:
    with brand_scope(aster):
        generation.bump()
    assert visitor.get("products", page=501, limit=20)["data"] == []
    assert visitor.get("products", page=1, limit=20)["meta"]["facets"]["seller"]
