"""A small shop to search in: five products of two sellers, three categories, indexed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.search import services
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def shop(aster: Brand, ravi: Any, meera: Any) -> dict[str, Any]:
    """Products by a short name."""
    with brand_scope(aster):
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
