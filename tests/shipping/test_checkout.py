"""A customer's parcels by the zone of the address: seen, refused, changed with the address, and paid to the paisa."""

from __future__ import annotations

from typing import Any

import pytest

from haat.catalog.models import Variant
from haat.core import clock
from haat.customers import services as customers
from haat.customers.types import AddressSpec
from haat.orders.models import Order
from haat.promotions import services as promotions
from haat.promotions.services import Spec
from haat.shipping import queries as shipping
from haat.tenancy.context import brand_scope, public_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved
from tests.shipping.tariffs import flat_body, zone_body
from tests.support import Api, run_jobs

ZONES = [
    zone_body("West", regions=["27"], free_above_minor=250_000),
    zone_body("Bengaluru", prefixes=["560"], by="price", beyond="fee", beyond_minor=2_000,
              steps=[{"up_to": 99_999, "fee_minor": 6_500}]),
    zone_body("Islands", prefixes=["744"], delivers=False),
]  # fmt: skip
BODY = {"version": 0, "zones": ZONES, "elsewhere": flat_body(12_345, cash=False)}


@pytest.fixture
def zoned(shop: Shop, nia: Any) -> Shop:
    admin = Api("admin", shop.brand, nia.user)
    admin.put("settings/shipping", BODY)
    assert admin.status == 200, admin.response.content
    with brand_scope(shop.brand):
        Variant.objects.filter(pk=shop.serum.variant_id).update(weight_g=240)
        Variant.objects.filter(pk=shop.bowl.variant_id).update(weight_g=1_300)
    return shop


def move_to(shop: Shop, state: str, pin: str) -> None:
    with brand_scope(shop.brand):
        spec = AddressSpec(name="Asha", phone="9820012345", line1="1 Road", city="Town", state=state, pin=pin)
        address = customers.add_address(customer=shop.customer.customer, spec=spec)
        shop.customer = type(shop.customer)(shop.customer.user, customer=shop.customer.customer, address=address)


def fees(quote: dict[str, Any]) -> dict[str, tuple[int, str]]:
    return {one["seller"]: (one["shipping"]["minor"], one["shipping_reason"]) for one in quote["packages"]}


def test_two_parcels_are_paid_by_their_weights_in_one_zone_and_by_price_in_another(zoned: Shop) -> None:
    zoned.fill()  # two serums of 240 g for ₹998, two bowls of 1.3 kg for ₹2,598
    quote = zoned.quote()
    assert fees(quote) == {
        "Ravi Traders": (4_900, "West: a parcel of 480 g, rate up to 500 g"),
        "Meera Crafts": (0, "West: free from ₹2,500.00"),
    }
    assert quote["total"]["minor"] == 2 * 49_900 + 2 * 129_900 + 4_900
    zoned.asha.delete(f"cart/lines/{line_of(zoned, zoned.bowl)}")
    zoned.asha.post("cart/lines", {"offer_id": str(zoned.bowl.pk), "quantity": 1})
    quote = zoned.quote()
    assert fees(quote)["Meera Crafts"] == (10_900, "West: a parcel of 1.3 kg, rate up to 1 kg and 1 more kg")
    assert quote["total"]["minor"] == 2 * 49_900 + 129_900 + 4_900 + 10_900
    first = paid(zoned, "west")
    assert (first.shipping_minor, first.total_minor) == (15_800, 245_500)
    move_to(zoned, "29", "560001")
    zoned.fill()
    quote = zoned.quote()
    assert fees(quote) == {
        "Ravi Traders": (6_500, "Bengaluru: goods of ₹998.00, rate up to ₹999.99"),
        "Meera Crafts": (2_000, "Bengaluru: goods of ₹2,598.00, rate above ₹999.99"),
    }
    second = paid(zoned, "south")
    assert second.total_minor == quote["total"]["minor"] == 2 * 49_900 + 2 * 129_900 + 6_500 + 2_000
    with brand_scope(zoned.brand):
        assert sorted(part.shipping_minor for part in second.parts.all()) == [2_000, 6_500]
    proved(zoned.brand)


def line_of(shop: Shop, offer: Any) -> str:
    lines = shop.asha.get("cart")["data"]["lines"]
    return str(next(line["id"] for line in lines if line["offer_id"] == str(offer.pk)))


def paid(shop: Shop, key: str) -> Order:
    placed = shop.order(key=key)
    assert shop.asha.status == 201, placed
    callback = shop.pay(placed)
    assert callback
    number = str(placed["data"]["order"]["number"])
    shop.come_back(number, callback)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        order = Order.objects.get(number=number)
        assert order.total_minor == placed["data"]["payment"]["amount"]["minor"]
        assert {part.status for part in order.parts.all()} == {"placed"}
    return order


def test_an_address_that_is_not_delivered_to_is_refused_before_anything_is_held_or_paid(zoned: Shop) -> None:
    zoned.fill()
    move_to(zoned, "35", "744101")
    words = "We do not deliver to 744101. Choose another address."
    for method in ("razorpay", "cod"):
        quote = zoned.quote(method)
        assert (quote["problems"], quote["undelivered"]) == ([words], words)
        answer = zoned.order(method, key=method)
        assert (zoned.asha.status, answer["error"]["code"], answer["error"]["message"]) == (409, "cannot_order", words)
    with brand_scope(zoned.brand):
        assert not Order.objects.exists()


def test_cash_is_refused_where_the_zone_has_none_and_online_is_not(zoned: Shop) -> None:
    zoned.fill()
    assert zoned.quote("cod")["problems"] == []
    move_to(zoned, "07", "110001")
    words = "Cash on delivery is not offered in 110001. Pay online instead."
    assert zoned.quote("cod")["problems"] == [words]
    assert zoned.order("cod")["error"]["message"] == words
    online = zoned.quote()
    assert (online["problems"], online["shipping"]["minor"]) == ([], 2 * 12_345)
    number = zoned.order()["data"]["order"]["number"]  # nor can it be changed to cash while it waits for its payment
    shown = zoned.asha.get(f"orders/{number}/cash")["data"]
    assert shown["problems"] == [words]
    answer = zoned.asha.post(f"orders/{number}/cash", {"expected_total_minor": shown["total"]["minor"]})
    assert (zoned.asha.status, answer["error"]["code"]) == (409, "cannot_order")


def test_an_address_that_changes_under_the_customer_changes_the_price_and_is_told(zoned: Shop) -> None:
    zoned.fill()
    seen = zoned.quote()["total"]["minor"]
    move_to(zoned, "29", "560001")
    answer = zoned.order(total=seen)
    assert (zoned.asha.status, answer["error"]["code"]) == (409, "price_changed")
    assert answer["error"]["details"] == {"expected_minor": seen, "total_minor": seen + 3_600}
    assert zoned.order(key="again")["data"]["order"]["total"]["minor"] == seen + 3_600


def test_rates_that_change_under_the_customer_are_told(zoned: Shop, nia: Any) -> None:
    zoned.fill()
    seen = zoned.quote()["total"]["minor"]
    Api("admin", zoned.brand, nia.user).put("settings/shipping", {"version": 1, "zones": [], "elsewhere": flat_body(1)})
    assert zoned.order(total=seen)["error"]["code"] == "price_changed"


def test_a_cart_shows_the_least_until_a_place_is_named(zoned: Shop) -> None:
    zoned.fill(zoned.serum)
    least = zoned.asha.get("checkout/estimate")["data"]
    assert (least["shipping"]["minor"], least["shipping_is_least"], least["undelivered"]) == (4_900, True, "")
    assert least["packages"][0]["shipping_reason"] == "The lowest rate; the address decides"
    here = zoned.asha.get("checkout/estimate", pin="560001")["data"]
    assert (here["shipping"]["minor"], here["shipping_is_least"]) == (6_500, False)
    assert "744101" in zoned.asha.get("checkout/estimate", pin="744101")["data"]["undelivered"]
    for query, field in (({"pin": "1"}, "pin"), ({"pin": "999999"}, "pin"), ({"pin": "560001", "region": "27"}, "pin")):
        assert field in zoned.asha.get("checkout/estimate", **query)["error"]["details"]


def test_free_delivery_that_somebody_pays_for_takes_the_zones_fee(zoned: Shop) -> None:
    with brand_scope(zoned.brand):
        row = promotions.draft(spec=Spec("Sent free", "free_shipping", clock.now()), currency="INR")
        promotions.move(promotion=row, verb="launch", at=clock.now())
    zoned.fill(zoned.serum)
    move_to(zoned, "29", "560001")
    quote = zoned.quote()
    assert (quote["shipping"]["minor"], quote["discount"]["minor"], quote["total"]["minor"]) == (6_500, 6_500, 99_800)


def test_the_front_promises_only_what_holds_everywhere(zoned: Shop, nia: Any) -> None:
    guest = Api("customer", zoned.brand)
    rules = guest.get("storefront")["data"]["policies"]
    assert (rules["delivery_by"], rules["base_fee"]["minor"], rules["free_above"], rules["cod"]) == (
        "pin",
        2_000,
        None,
        True,
    )


def test_a_limit_is_promised_when_every_zone_has_one_and_then_the_highest(zoned: Shop, nia: Any) -> None:
    zones = [zone | {"free_above_minor": 150_000} for zone in ZONES]
    elsewhere = flat_body(1, free_above_minor=180_000)
    Api("admin", zoned.brand, nia.user).put("settings/shipping", {"version": 1, "zones": zones, "elsewhere": elsewhere})
    with public_scope():
        zoned.brand.refresh_from_db()
    rules = shipping.front(zoned.brand)
    assert (rules["free_above_minor"], rules["base_fee_minor"]) == (180_000, 1)
