"""A small shop to search in: five products of two sellers, three categories, indexed."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from haat.search import services
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.conftest import Person, make_meera, make_ravi
from tests.goods import make_category, make_offer, make_product
from tests.shared import borrowed, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand


@dataclass(frozen=True)
class Stage:
    """Who sells, and the products by a short name."""

    ravi: Person
    meera: Person
    goods: dict[str, Any]


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    with standing(django_db_blocker):
        aster = brand_by_slug("aster")
        ravi, meera = make_ravi(aster), make_meera(aster)
        with brand_scope(aster):
            goods = _goods(ravi, meera)
        yield Stage(ravi, meera, goods)


@pytest.fixture
def shop(stage: Stage, db: None) -> dict[str, Any]:
    """Products by a short name."""
    return copy.deepcopy(stage.goods)


@pytest.fixture
def ravi(request: pytest.FixtureRequest, aster: Brand) -> Person:
    """He who sells in the shop, where the test has one."""
    return borrowed(request, "shop", "stage", "ravi") or make_ravi(aster)


@pytest.fixture
def meera(request: pytest.FixtureRequest, aster: Brand) -> Person:
    return borrowed(request, "shop", "stage", "meera") or make_meera(aster)


def _goods(ravi: Person, meera: Person) -> dict[str, Any]:
    glass = make_category("glassware")
    tumblers = make_category("tumblers", parent=glass)
    serums = make_category("serums", name="Serums & oils")
    goods = {
        "tumbler": make_product(
            "Ribbed tumbler", slug="ribbed-tumbler", category=tumblers, description="Mouth-blown glass."
        ),
        "carafe": make_product("Surahi carafe", slug="surahi-carafe", category=glass, country_of_origin="JP"),
        "serum": make_product("Rose face serum", slug="rose-serum", category=serums, tags=["night"]),
        "oil": make_product("Bhringraj hair oil", slug="bhringraj-oil", category=serums),
        "creme": make_product("Crème de nuit", slug="creme", category=serums, description="Use after the serum."),
    }
    make_offer(goods["tumbler"], seller=ravi.seller, price_minor=39_000)
    make_offer(goods["carafe"], seller=ravi.seller, price_minor=120_000, mrp_minor=240_000)
    make_offer(goods["serum"], seller=meera.seller, price_minor=64_900, mrp_minor=64_900)
    make_offer(goods["oil"], seller=meera.seller, price_minor=24_900, stock=0)
    make_offer(goods["creme"], seller=meera.seller, price_minor=99_900, mrp_minor=100_000)
    make_product("Draft thing", slug="draft-thing", status="draft", published_at=None)
    services.index([product.pk for product in goods.values()])
    return goods
