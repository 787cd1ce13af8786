"""Product pages, the storefront's frame, and their cache by the brand's generation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog import services as catalog
from haat.catalog.models import Offer
from haat.core import clock, generation
from haat.inventory import services as inventory
from haat.tenancy.context import brand_scope
from tests.goods import make_offer
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def visitor(aster: Brand, shop: Any) -> Api:
    return Api("customer", aster)


def test_a_product_page_explains_the_buy_box(aster: Brand, visitor: Api, shop: Any, meera: Any) -> None:
    with brand_scope(aster):
        variant = shop["tumbler"].variants.get()
        cheaper = make_offer(shop["tumbler"], variant=variant, seller=meera.seller, price_minor=35_000)
    page = visitor.get("products/ribbed-tumbler")["data"]
    assert [crumb["slug"] for crumb in page["breadcrumbs"]] == ["glassware", "tumblers"]
    assert page["price"] == {"minor": 35_000, "currency": "INR", "text": "₹350.00"}
    (variant_out,) = page["variants"]
    assert variant_out["buy_box"]["offer_id"] == str(cheaper.pk)
    assert "lowest price" in variant_out["buy_box"]["reason"]
    assert [offer["seller"]["slug"] for offer in variant_out["offers"]] == ["meera-crafts", "ravi-traders"]
    assert variant_out["offers"][0]["left"] == 10


def test_drafts_have_no_page(visitor: Api) -> None:
    visitor.get("products/draft-thing")
    assert visitor.status == 404


def test_a_second_visit_asks_the_database_nothing(visitor: Api, django_assert_num_queries: Any) -> None:
    first = visitor.get("products/ribbed-tumbler")
    etag = visitor.response["ETag"]
    with django_assert_num_queries(0):
        second = visitor.get("products/ribbed-tumbler")
    assert second["data"] == first["data"]
    assert second["meta"]["request_id"] != first["meta"]["request_id"]
    assert visitor.response["Cache-Control"] == "no-cache"
    response = visitor.client.get("/api/v1/customer/products/ribbed-tumbler", headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_a_price_change_is_seen_at_once(
    aster: Brand, visitor: Api, shop: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert visitor.get("products/ribbed-tumbler")["data"]["price"]["minor"] == 39_000
    with brand_scope(aster), django_capture_on_commit_callbacks(execute=True):
        catalog.change_offer(offer=Offer.objects.get(variant__product=shop["tumbler"]), changes={"price_minor": 38_000})
    assert visitor.get("products/ribbed-tumbler")["data"]["price"]["minor"] == 38_000


def test_the_job_bumps_again(aster: Brand, visitor: Api, shop: Any, django_capture_on_commit_callbacks: Any) -> None:
    with brand_scope(aster):
        before = generation.current()
        catalog.change_offer(offer=Offer.objects.get(variant__product=shop["tumbler"]), changes={"price_minor": 38_000})
    with django_capture_on_commit_callbacks(execute=True):
        run_jobs(aster, only="search.")
    with brand_scope(aster):
        assert generation.current() != before


def test_a_sale_keeps_pages_and_selling_out_does_not(
    aster: Brand, visitor: Api, shop: Any, django_capture_on_commit_callbacks: Any
) -> None:
    from datetime import timedelta
    from uuid import uuid4

    def buy(quantity: int) -> str:
        with brand_scope(aster), django_capture_on_commit_callbacks(execute=True):
            offer, at = Offer.objects.get(variant__product=shop["tumbler"]), clock.now()
            inventory.reserve(
                quantities={offer.pk: quantity}, reference=uuid4(), expires_at=at + timedelta(minutes=5), at=at
            )
        with brand_scope(aster):
            return generation.current()

    with brand_scope(aster):
        first = generation.current()
    assert buy(4) == first
    last_units = buy(3)  # three left: the page says so
    assert last_units != first
    assert visitor.get("products/ribbed-tumbler")["data"]["variants"][0]["offers"][0]["left"] == 3
    assert buy(3) != last_units
    assert visitor.get("products/ribbed-tumbler")["data"]["in_stock"] is False


def test_a_question_in_words_is_counted_each_time(aster: Brand, visitor: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    from haat.search import services

    heard: list[str] = []
    monkeypatch.setattr(services, "hear", lambda *, text, **_: heard.append(text))
    for _ in range(3):
        visitor.get("products", q="tumbler")
    assert heard == ["tumbler"] * 3


def test_signed_in_visitors_get_no_kept_answer(aster: Brand, shop: Any, asha: Any) -> None:
    """ASVS item 37."""
    person = Api("customer", aster, asha.user)
    person.get("products/ribbed-tumbler")
    assert "no-store" in person.response["Cache-Control"]
    assert "ETag" not in person.response


def test_one_brands_change_leaves_the_neighbours_pages(aster: Brand, birch: Brand) -> None:
    with brand_scope(birch):
        before = generation.current()
    with brand_scope(aster):
        generation.bump()
    with brand_scope(birch):
        assert generation.current() == before


def test_the_storefront_fills_its_sections(aster: Brand, visitor: Api) -> None:
    aster.presentation = {
        "tagline": "Glass and skin",
        "theme": {"primary": "#111111", "logo": "theme/logo.svg"},
        "navigation": {"main": [{"label": "Glass", "category": "glassware"}], "footer": []},
        "home": [
            {"kind": "hero", "title": "Hello", "image": "theme/hero.svg"},
            {"kind": "product_row", "title": "New", "category": "serums", "limit": 2},
            {"kind": "category_grid"},
            {"kind": "seller_row"},
            {"kind": "product_row", "category": "gone"},
        ],
    }
    aster.save()
    from haat.tenancy import hosts

    hosts.forget()
    front = visitor.get("storefront")["data"]
    assert front["brand"]["tagline"] == "Glass and skin"
    assert front["theme"]["logo"] == "/media/theme/logo.svg"
    hero, row, grid, people, gone = front["home"]
    assert hero["image"] == "/media/theme/hero.svg"
    assert len(row["products"]) == 2
    assert [category["slug"] for category in grid["categories"]] == ["glassware", "serums"]
    assert len(people["sellers"]) == 2
    assert gone["products"] == []
    assert front["policies"]["cod_fee"]["minor"] == 4900


def test_categories(visitor: Api) -> None:
    tree = visitor.get("categories")["data"]
    assert {row["slug"]: row["parent"] for row in tree}["tumblers"] == "glassware"
    page = visitor.get("categories/glassware")["data"]
    assert [child["slug"] for child in page["children"]] == ["tumblers"]
    visitor.get("categories/nothing")
    assert visitor.status == 404
