"""Facets of variants: two values must be of one and the same thing that can be put into a parcel."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Variant
from haat.search import services
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.conftest import Person, make_meera, make_ravi
from tests.goods import make_category, make_offer, make_product, numbers, slugs
from tests.shared import standing
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand


def _variant(product: Any, colour: str, size: str) -> Variant:
    options = [{"name": "Colour", "value": colour}, {"name": "Size", "value": size}]
    return Variant.objects.create(product=product, sku=f"V-{next(numbers)}", hsn="61091000", options=options)


@pytest.fixture(scope="module")
def hung(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    with standing(django_db_blocker):
        aster = brand_by_slug("aster")
        yield _hang(aster, make_ravi(aster), make_meera(aster))


@pytest.fixture
def shirts(hung: dict[str, Any], db: None) -> dict[str, Any]:
    return copy.deepcopy(hung)


def _hang(aster: Brand, ravi: Person, meera: Person) -> dict[str, Any]:
    with brand_scope(aster):
        shirts = make_category("shirts")
        linen = [{"name": "Material", "value": "Linen"}]
        apart = make_product("Apart shirt", slug="apart", category=shirts, specifications=linen)
        both = make_product("Both shirt", slug="both", category=shirts)
        single = make_product("Single shirt", slug="single", category=shirts, specifications=linen)
        sold = make_product("Sold shirt", slug="sold", category=shirts)
        for product, rows in {
            apart: [("Blue", "S", 5), ("Red", "XL", 5)],
            both: [("blue", "XL", 5), ("Green", "S", 5)],
            single: [("Blue", "XL", 5)],
            sold: [("Blue", "XL", 0), ("Blue", "S", 5)],
        }.items():
            for colour, size, stock in rows:
                variant = _variant(product, colour, size)
                make_offer(product, variant=variant, seller=ravi.seller, stock=stock)
                make_offer(product, variant=variant, seller=meera.seller, stock=0)
        services.index([product.pk for product in (apart, both, single, sold)])
    return {"apart": apart, "both": both}


@pytest.fixture
def visitor(aster: Brand, shirts: Any) -> Api:
    return Api("customer", aster)


def _find(visitor: Api, query: str) -> tuple[set[str], dict[str, dict[str, int]]]:
    answer = visitor.get(f"/api/v1/customer/products?{query}")
    assert visitor.status == 200, answer
    facets = {name: {row["value"]: row["count"] for row in rows} for name, rows in answer["meta"]["facets"].items()}
    assert answer["meta"]["total"] == len(answer["data"])
    return set(slugs(answer["data"])), facets


@pytest.mark.parametrize("words", ["", "q=shirt&", "category=shirts&", "q=shirt&sort=price&"])
def test_blue_and_xl_is_one_shirt(visitor: Api, words: str) -> None:
    assert _find(visitor, f"{words}attr=colour:blue&attr=size:xl")[0] == {"both", "single", "sold"}


def test_either_colour_in_that_size(visitor: Api) -> None:
    found, facets = _find(visitor, "attr=colour:blue&attr=colour:red&attr=size:xl")
    assert found == {"apart", "both", "single", "sold"}
    assert facets["colour"] == {"blue": 3, "red": 1}
    assert facets["size"] == {"xl": 4, "s": 2}


def test_counts_say_what_one_variant_more_would_leave(visitor: Api) -> None:
    _, facets = _find(visitor, "attr=colour:blue")
    assert facets["colour"] == {"blue": 4, "red": 1, "green": 1}
    assert facets["size"] == {"xl": 3, "s": 2}  # `both` has no blue S
    _, facets = _find(visitor, "q=shirt&attr=colour:blue")
    assert facets["size"] == {"xl": 3, "s": 2}


def test_in_stock_means_that_very_variant(visitor: Api) -> None:
    assert _find(visitor, "attr=colour:blue&attr=size:xl&in_stock=true")[0] == {"both", "single"}
    assert _find(visitor, "attr=colour:blue&in_stock=true")[0] == {"apart", "both", "single", "sold"}


def test_a_specification_holds_for_every_variant(visitor: Api) -> None:
    assert _find(visitor, "attr=material:linen&attr=colour:blue&attr=size:xl")[0] == {"single"}


def test_a_facet_is_named_as_its_author_wrote_it(visitor: Api) -> None:
    meta = visitor.get("products", category="shirts")["meta"]
    assert meta["attributes"]["colour"] == "Colour"
    assert {"value": "xl", "label": "XL", "count": 4} in meta["facets"]["size"]
    assert meta["facets"]["colour"][0] == {"value": "blue", "label": "Blue", "count": 4}


def test_a_value_with_signs_of_the_query_finds_nothing_and_breaks_nothing(visitor: Api) -> None:
    for text in ("colour:%25", "colour:blue|", "a=b:c", "':--", "colour"):
        visitor.get(f"/api/v1/customer/products?attr={text}")
        assert visitor.status == 200, text
    visitor.get("/api/v1/customer/products?" + "&".join(f"attr=n{n}:v" for n in range(9)))
    assert visitor.status == 422


def test_the_neighbour_has_none_of_these_values(birch: Brand, shirts: Any) -> None:
    neighbour = Api("customer", birch)
    assert neighbour.get("products", attr="colour:blue")["data"] == []
    assert "colour" not in neighbour.get("products")["meta"]["facets"]
