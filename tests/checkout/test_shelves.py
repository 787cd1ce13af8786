"""Bundles and numbered units over the whole way: cart, order, its lines, and calling it off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock, context
from haat.inventory import queries, services
from haat.inventory.models import Drop, Unit
from haat.tenancy.context import brand_scope
from tests.goods import make_offer
from tests.inventory.builders import check_books, make_bundle
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def _edition(shop: Shop, seller: Any, **terms: Any) -> Any:
    with brand_scope(shop.brand):
        at = clock.now()
        offer = make_offer(seller=seller, price_minor=60_000, mrp_minor=60_000, stock=0)
        drop = services.put_drop(offer=offer, at=at, **{"opens_at": None, "per_customer": None} | terms)
        services.add_units(drop=drop, place=None, first=7, count=3, prefix="RV-", at=at, actor=context.SYSTEM)
        return offer


def test_the_numbers_stand_on_the_order_for_customer_and_seller(shop: Shop, ravi: Any, meera: Any) -> None:
    offer = _edition(shop, ravi.seller)
    shop.fill(offer, shop.bowl)
    placed = shop.order("cod")
    number = placed["data"]["order"]["number"]
    lines = {line["sku"]: line for part in shop.asha.get(f"orders/{number}")["data"]["parts"] for line in part["lines"]}
    with brand_scope(shop.brand):
        offer.refresh_from_db()
        sku = offer.variant.sku
    assert lines.pop(sku)["units"] == ["No. 7 · RV-0007", "No. 8 · RV-0008"]
    assert [line["units"] for line in lines.values()] == [[]]
    desk = Api("seller", shop.brand, ravi.user)
    part = desk.get("orders")["data"][0]["number"]
    assert desk.get(f"orders/{part}")["data"]["lines"][0]["units"] == ["No. 7 · RV-0007", "No. 8 · RV-0008"]
    assert all(row["reason"] != "sold" or row["unit"] for row in desk.get("stock-movements")["data"])


def test_before_it_opens_it_waits_in_the_cart_and_over_the_limit_it_stays_out(shop: Shop, ravi: Any) -> None:
    opens_at = clock.now() + timedelta(hours=1)
    offer = _edition(shop, ravi.seller, opens_at=opens_at, per_customer=2)
    shop.asha.post("cart/lines", {"offer_id": str(offer.pk), "quantity": 3})
    assert shop.asha.status == 409
    shop.fill(offer)
    refused = shop.order("cod")
    assert (shop.asha.status, refused["error"]["code"]) == (409, "drop_not_open")
    with brand_scope(shop.brand):
        Drop.objects.update(opens_at=clock.now() - timedelta(minutes=1))
    assert shop.order("cod", key="key-2")["data"]["order"]["number"]


def test_a_parcel_called_off_puts_components_and_units_back(shop: Shop, ravi: Any) -> None:
    edition = _edition(shop, ravi.seller, per_customer=4)
    with brand_scope(shop.brand):
        bundle = make_bundle({shop.serum: 2, edition: 1}, seller=ravi.seller, price_minor=90_000, mrp_minor=90_000)
        before = queries.available([bundle.pk, shop.serum.pk, edition.pk])
    shop.asha.post("cart/lines", {"offer_id": str(bundle.pk), "quantity": 1})
    shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 2})
    number = shop.order("cod")["data"]["order"]["number"]
    with brand_scope(shop.brand):
        assert queries.available([shop.serum.pk]) == {shop.serum.pk: 1}
        assert Unit.objects.filter(state="sold").count() == 1
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Changed my mind"}, key="off-1")
    assert shop.asha.status == 200, shop.asha.response.content
    run_jobs(shop.brand)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert queries.available([bundle.pk, shop.serum.pk, edition.pk]) == before
        check_books(set())
