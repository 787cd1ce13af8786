"""Documents, counts and words follow the catalogue: at once, exactly, and in one brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog import services as catalog
from haat.catalog.models import Offer, Product
from haat.core import clock
from haat.search import services
from haat.search.models import Count, Document, Word
from haat.tenancy.context import brand_scope
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


def _counts() -> dict[tuple[str, str], int]:
    return {(str(row.scope), row.facet): row.total for row in Count.objects.filter(total__gt=0)}


def test_a_changed_price_is_in_the_next_list_and_search(
    aster: Brand, shop: Any, django_capture_on_commit_callbacks: Any
) -> None:
    visitor = Api("customer", aster)
    for params in ({}, {"q": "ribbed"}, {"category": "tumblers"}, {"max_price": "395"}):
        assert visitor.get("products", **params)["data"]
    with brand_scope(aster), django_capture_on_commit_callbacks(execute=True):
        offer = Offer.objects.get(variant__product=shop["tumbler"])
        catalog.change_offer(offer=offer, changes={"price_minor": 31_000})
    for params in ({"sort": "price"}, {"q": "ribbed"}, {"category": "tumblers"}, {"max_price": "311"}):
        card = visitor.get("products", **params)["data"][0]
        assert (card["slug"], card["price"]["minor"]) == ("ribbed-tumbler", 31_000), params
    products = visitor.get("search/suggestions", q="ribb")["data"]["products"]
    assert products[0]["price"]["text"] == "₹310.00"


def test_what_is_archived_is_gone_from_the_next_list(
    aster: Brand, shop: Any, django_capture_on_commit_callbacks: Any
) -> None:
    visitor = Api("customer", aster)
    before = visitor.get("products", category="glassware")["meta"]["total"]
    with brand_scope(aster), django_capture_on_commit_callbacks(execute=True):
        catalog.archive_product(product=shop["carafe"], at=clock.now())
    after = visitor.get("products", category="glassware")
    assert after["meta"]["total"] == before - 1
    assert "surahi-carafe" not in {card["slug"] for card in after["data"]}


def test_kept_counts_are_what_a_recount_finds(aster: Brand, shop: Any) -> None:
    with brand_scope(aster):
        kept = _counts()
        services.recount()
        assert _counts() == kept
        Product.objects.filter(pk=shop["serum"].pk).update(status="archived")
        Product.objects.filter(pk=shop["oil"].pk).update(country_of_origin="NP")
        services.index([product.pk for product in shop.values()])
        kept = _counts()
        assert kept[str(shop["oil"].category_id), "origin=NP"] == 1
        services.recount()
        assert _counts() == kept
        assert not Word.objects.filter(text="rose", total__gt=0).exists()


def test_indexing_twice_changes_nothing(aster: Brand, shop: Any) -> None:
    with brand_scope(aster):
        before = _counts(), set(Word.objects.values_list("text", "total"))
        services.index([product.pk for product in shop.values()])
        assert (_counts(), set(Word.objects.values_list("text", "total"))) == before


def test_documents_of_an_earlier_version_are_written_again(aster: Brand, shop: Any) -> None:
    with brand_scope(aster):
        Document.objects.update(card={}, facets=[])
        Count.objects.all().delete()
        assert services.catch_up() == 5
        assert services.catch_up() == 0
    assert len(Api("customer", aster).get("products")["data"]) == 5


def test_a_brands_index_is_its_own(aster: Brand, birch: Brand, shop: Any) -> None:
    with brand_scope(birch):
        assert not Document.objects.exists()
        assert not Count.objects.exists()
        assert not Word.objects.exists()
        assert services.index([product.pk for product in shop.values()]) == 0


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("products?category=glassware&sort=newest", 2),
        ("products/ribbed-tumbler", 3),  # product, shelves, stars: three apps, one statement each
    ],
)
def test_requests_ask_the_database_little(aster: Brand, shop: Any, path: str, most: int) -> None:
    from django.db import connection

    visitor, sent = Api("customer", aster), list[str]()
    visitor.get(f"/api/v1/customer/{path}")

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        visitor.get(f"/api/v1/customer/{path}{'&' if '?' in path else '?'}again=1")
    assert len([sql for sql in sent if "CONSTRAINTS" not in sql]) <= most
