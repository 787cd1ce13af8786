"""What delivery costs where, as a visitor without scripts sees it: from a guess in the cart to the sentence at the checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.core import clock
from haat.shipping import services as shipping
from haat.shipping.types import Rates, Step, Zone
from haat.tenancy.context import brand_scope
from tests.storefront.test_buy import ADDRESS, fill

if TYPE_CHECKING:
    from tests.storefront.conftest import Visitor

WEST = Zone(Rates("West", steps=(Step(500, 4_500),), beyond="per_kg", beyond_minor=3_000), prefixes=("40",))
ISLANDS = Zone(Rates("Islands", delivers=False), prefixes=("744",))


@pytest.fixture
def zoned(visitor: Visitor, aster: Any, goods: dict[str, Any]) -> Visitor:  # noqa: ARG001 - the shop is laid out
    with brand_scope(aster):
        rest = Rates("", beyond_minor=15_000, cash=False)
        shipping.set_rates(brand=aster, zones=[WEST, ISLANDS], elsewhere=rest, seen=0, at=clock.now())
    return visitor


def test_a_product_and_a_cart_say_from_until_a_pin_code_is_given(zoned: Visitor) -> None:
    zoned.open("/p/rose-serum")
    assert "Delivery from ₹45; the address decides." in zoned.text
    fill(zoned)
    zoned.follow()
    assert "from ₹90" in zoned.text
    zoned.open("/cart?to=110001")
    assert "₹300" in zoned.text
    assert "from ₹90" not in zoned.text
    assert zoned.send("/cart", quantity="1").endswith("/cart?to=110001")
    zoned.open("/cart?to=110001")
    assert zoned.send("/cart/codes", code="NONE-SUCH") == ""
    assert 'value="110001"' in zoned.text
    assert zoned.send("/cart/codes", remove="NONE-SUCH").endswith("/cart?to=110001#codes")
    zoned.open("/cart?to=744101")
    assert "We do not deliver to 744101. Choose another address." in zoned.text
    for typed in ("99", "abc", "999999", "<b>"):
        zoned.open(f"/cart?to={typed}")
        assert zoned.status == 200
        assert "There is no PIN code" in zoned.text
        assert "from ₹90" in zoned.text


def test_the_checkout_explains_each_parcel_and_refuses_what_is_not_served(zoned: Visitor) -> None:
    fill(zoned)
    zoned.sign_in(goal="/checkout")
    zoned.open("/account/addresses/new?next=/checkout")
    zoned.send("/account/addresses", **ADDRESS)
    zoned.open("/checkout")
    assert zoned.text.count("West: a parcel of 0 g, rate up to 500 g") == 2
    zoned.open("/account/addresses/new?next=/checkout")
    zoned.send("/account/addresses", **ADDRESS | {"pin": "744101", "state": "35", "city": "Port Blair"})
    zoned.open("/checkout")
    islands = next(
        part for part in zoned.text.split('name="address" value="')[1:] if "744101" in part.split("</label>")[0]
    )
    chosen, _, _ = islands.partition('"')
    zoned.open(f"/checkout?address={chosen}")
    assert "We do not deliver to 744101. Choose another address." in zoned.text
    assert "Back to the cart" in zoned.text
    assert "button-buy" not in zoned.text


def test_a_shop_without_rates_of_its_own_asks_for_no_pin_code(visitor: Visitor, goods: dict[str, Any]) -> None:  # noqa: ARG001 - the shop is laid out
    fill(visitor)
    visitor.follow()
    assert 'id="delivery-to"' not in visitor.text
