"""The buy box on the page and on the seller's desk: compared with delivery, explained, the same for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Variant
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def product(aster: Brand, ravi: Any, meera: Any) -> Any:
    """Meera asks more, but above the limit from which delivery is free."""
    with brand_scope(aster):
        made = make_product("Surahi", slug="surahi", seller=ravi.seller)
        variant = Variant.objects.create(product=made, sku="S-1", hsn="70133700")
        make_offer(made, seller=ravi.seller, variant=variant, price_minor=99_000, mrp_minor=120_000)
        make_offer(made, seller=meera.seller, variant=variant, price_minor=99_900, mrp_minor=120_000)
    return made


def test_delivery_counts(aster: Brand, product: Any, meera: Any) -> None:
    (variant,) = Api("customer", aster).get("products/surahi")["data"]["variants"]
    first, second = variant["offers"]
    assert first["seller"]["slug"] == meera.seller.slug
    assert (first["landed"]["minor"], first["delivery"]["minor"]) == (99_900, 0)
    assert (second["landed"]["minor"], second["delivery"]["minor"]) == (106_900, 7_900)
    assert (variant["buy_box"]["offer_id"], variant["buy_box"]["code"]) == (first["id"], "price")


def test_a_seller_learns_the_price_that_wins(aster: Brand, birch: Brand, product: Any, ravi: Any, meera: Any) -> None:
    (row,) = Api("seller", aster, ravi.user).get(f"products/{product.pk}/buy-box")["data"]
    assert (row["place"], row["sellers"], row["to_win"]["minor"]) == (2, 2, 91_999)
    (row,) = Api("seller", aster, meera.user).get(f"products/{product.pk}/buy-box")["data"]
    assert (row["place"], row["to_win"]) == (1, None)
    stranger = Api("seller", birch, ravi.user)
    stranger.get(f"products/{product.pk}/buy-box")
    assert stranger.status == 403


def test_the_page_says_why(aster: Brand, product: Any) -> None:
    page = Api("customer", aster).client.get("/p/surahi").content.decode()
    assert "has the lowest price with delivery" in page
    assert "₹1,069 with delivery" in page
