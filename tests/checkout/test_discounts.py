"""An order with a discount, from the code to the books: who saves, who pays, and what comes back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from haat.checkout import services as checkout
from haat.core import clock
from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.orders.models import Order
from haat.promotions import services as promotions
from haat.promotions.models import Coupon, Promotion, Usage
from haat.promotions.services import Spec
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved, settled
from tests.support import Api, run_jobs


def promotion(shop: Shop, code: str = "", *, uses_max: int | None = None, **terms: Any) -> Promotion:
    """A running promotion of 10 % unless told otherwise."""
    values = {
        "name": "Festival",
        "benefit": "percent",
        "percent_bp": 1_000,
        "starts_at": clock.now(),
        "needs_code": bool(code),
    }
    with brand_scope(shop.brand):
        row = promotions.draft(spec=Spec(**values | terms), currency="INR")
        if code:
            promotions.add_coupon(promotion=row, code=code, uses_max=uses_max)
        return promotions.move(promotion=row, verb="launch", at=clock.now())


def delivered(shop: Shop, *people: Any) -> None:
    for person in people:
        seller = Api("seller", shop.brand, person.user)
        part = seller.get("orders")["data"][0]["number"]
        for verb, body in (("acceptance", {}), ("shipment", {"carrier": "Own"}), ("delivery", {})):
            assert seller.post(f"orders/{part}/{verb}", body), seller.response.content
    run_jobs(shop.brand)


def bought(shop: Shop, code: str = "") -> Order:
    if code:
        shop.asha.post("checkout/codes", {"code": code})
        assert shop.asha.status == 200, shop.asha.response.content
    placed = shop.order()
    assert shop.asha.status == 201, placed
    number = placed["data"]["order"]["number"]
    shop.come_back(number, shop.pay(placed) or {})
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        return Order.objects.get(number=number)


def test_a_code_typed_in_small_letters_is_seen_in_cart_quote_and_order(shop: Shop) -> None:
    shop.fill()
    promotion(shop, "SAVE10")
    entered = shop.asha.post("checkout/codes", {"code": " save10 "})["data"]
    assert [(one["code"], one["amount"]["minor"]) for one in entered["savings"]] == [("SAVE10", 35_960)]
    quote = shop.quote()
    assert quote["discount"]["minor"] == 35_960
    assert [line["discount"]["minor"] for package in quote["packages"] for line in package["lines"]] == [9_980, 25_980]
    order = bought(shop)
    assert (order.discount_minor, order.brand_discount_minor) == (35_960, 35_960)
    shown = shop.asha.get(f"orders/{order.number}")["data"]
    assert shown["discount"]["minor"] == 35_960
    assert shown["discounts"][0]["code"] == "SAVE10"
    assert shop.asha.get("cart")["data"]["count"] == 0


def test_a_code_that_ends_between_total_and_order_moves_nothing(shop: Shop) -> None:
    shop.fill(shop.serum)
    rule = promotion(shop, "SAVE10")
    shop.asha.post("checkout/codes", {"code": "SAVE10"})
    seen = shop.quote()["total"]["minor"]
    with brand_scope(shop.brand):
        Promotion.objects.filter(pk=rule.pk).update(ends_at=rule.starts_at + timedelta(microseconds=1))
    refused = shop.order(total=seen)
    assert (shop.asha.status, refused["error"]["code"]) == (409, "price_changed")
    assert refused["error"]["details"]["total_minor"] > seen
    with brand_scope(shop.brand):
        assert (Order.objects.count(), Usage.objects.count(), Stock.objects.get(offer=shop.serum).reserved) == (0, 0, 0)


def test_the_brand_pays_its_discount_and_the_seller_gets_the_whole_value(shop: Shop, ravi: Any, meera: Any) -> None:
    shop.fill()
    promotion(shop, "SAVE10")
    order = bought(shop, "SAVE10")
    delivered(shop, ravi, meera)
    with brand_scope(shop.brand):
        assert ledger.balance("promo_expense") == order.discount_minor == 35_960
        assert ledger.balance("order_holding") == 0
        for person, value in ((ravi, 99_800 + 7_900), (meera, 259_800)):
            part = order.parts.get(seller=person.seller)
            earned = Api("seller", shop.brand, person.user).get(f"orders/{part.number}/earnings")["data"]
            assert earned["gross"]["minor"] == value
            assert ledger.balance(seller_payable(person.seller.pk)) == earned["net"]["minor"]
    proved(shop.brand)


def test_a_sellers_own_discount_costs_the_brand_nothing(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    promotion(shop, brand_bp=0, seller_ids=[ravi.seller.pk])
    order = bought(shop)
    delivered(shop, ravi)
    with brand_scope(shop.brand):
        line = order.parts.get().lines.get()
        assert (line.discount_minor, line.brand_discount_minor) == (9_980, 0)
        assert line.taxable_minor + line.cgst_minor + line.sgst_minor == 89_820
        assert ledger.balance("promo_expense") == 0
    proved(shop.brand)


def test_a_discount_larger_than_the_fees_is_paid_out_as_far_as_the_payment_goes(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    promotion(shop, percent_bp=5_000)
    order = bought(shop)
    delivered(shop, ravi)
    seller = Api("seller", shop.brand, ravi.user)
    net = seller.get("balance")["data"]["payable"]["minor"]
    assert net > order.total_minor
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        from haat.core import jobs
        from haat.fulfilment import services as fulfilment

        with brand_scope(shop.brand):
            fulfilment.close_ripe_parts(at=clock.now())
        run_jobs(shop.brand)
        with brand_scope(shop.brand):
            jobs.enqueue("payouts.release_due")
        run_jobs(shop.brand)
        balance = Api("seller", shop.brand, ravi.user).get("balance")["data"]
    assert 0 < balance["paid"]["minor"] < order.total_minor
    assert balance["payable"]["minor"] == balance["cash"]["minor"] == net - balance["paid"]["minor"]
    proved(shop.brand)


def test_a_cancelled_part_gives_back_what_was_paid_for_it_and_keeps_the_use(shop: Shop, ravi: Any) -> None:
    shop.paid(key="another")  # so that the brand has a balance to bear the provider's fee of what it refunds
    shop.fill()
    row = promotion(shop, "ONCE", uses_max=1, budget_minor=100_000)
    order = bought(shop, "ONCE")
    part = order.number + "-A"
    shop.asha.post(f"orders/{order.number}/cancellation", {"seller_order": part}, key="c1")
    settled(shop)
    with brand_scope(shop.brand):
        ended = order.parts.get(number=part)
        assert ended.total_minor == ended.goods_minor + ended.shipping_minor - ended.discount_minor
        from haat.payments.models import Payment

        paid = Payment.objects.get(reference=order.pk)
        assert paid.refunded_minor == ended.total_minor
        row.refresh_from_db()
        assert (row.uses, row.spent_minor) == (1, order.discount_minor - ended.discount_minor)
        assert Coupon.objects.get().uses == 1
    shop.asha.post(f"orders/{order.number}/cancellation", {}, key="c2")
    settled(shop)
    with brand_scope(shop.brand):
        row.refresh_from_db()
        assert (row.uses, row.spent_minor, Coupon.objects.get().uses) == (0, 0, 0)
        paid.refresh_from_db()
        assert paid.refunded_minor == order.total_minor
        assert ledger.balance("promo_expense") == 0
    proved(shop.brand)


def test_an_unpaid_order_that_expires_returns_its_use(shop: Shop) -> None:
    shop.fill(shop.serum)
    promotion(shop, "ONCE", uses_max=1)
    shop.asha.post("checkout/codes", {"code": "once"})
    shop.order()
    assert shop.asha.post("checkout/codes", {"code": "ONCE"})["error"]["details"]["reason"] == "held"
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=True), brand_scope(shop.brand):
        assert checkout.expire_unpaid(at=clock.now()) == 1
        assert (Coupon.objects.get().uses, Usage.objects.get().state) == (0, "released")


def test_the_second_press_is_the_same_order_and_the_same_use(shop: Shop) -> None:
    shop.fill(shop.serum)
    promotion(shop, "SAVE10")
    shop.asha.post("checkout/codes", {"code": "SAVE10"})
    total = shop.quote()["total"]["minor"]
    first, second = shop.order(key="same", total=total), shop.order(key="same", total=total)
    assert first["data"]["order"]["number"] == second["data"]["order"]["number"]
    with brand_scope(shop.brand):
        assert Usage.objects.count() == 1
        assert Promotion.objects.get().uses == 1


@pytest.mark.parametrize("total", [1, 0, 10**15, 107_699])
def test_a_tampered_total_is_refused_and_nothing_is_taken(shop: Shop, total: int) -> None:
    """ASVS item 7: the server reckons again; what the browser sends is only compared."""
    shop.fill(shop.serum)
    promotion(shop, "SAVE10")
    shop.asha.post("checkout/codes", {"code": "SAVE10"})
    answer = shop.order(total=total)
    assert (shop.asha.status, answer["error"]["code"]) == (409, "price_changed")
    with brand_scope(shop.brand):
        assert not Order.objects.exists()
        assert not Usage.objects.exists()


@pytest.mark.parametrize("total", [-1, 97.5, "12.50", None, 2**70, {"minor": 1, "currency": "USD"}])
def test_a_total_that_is_no_amount_is_refused(shop: Shop, total: Any) -> None:
    """ASVS item 7."""
    shop.fill(shop.serum)
    body = {"address_id": str(shop.customer.address.pk), "payment_method": "razorpay", "expected_total_minor": total}
    shop.asha.post("orders", body, key="bad")
    assert shop.asha.status in {409, 422}
    with brand_scope(shop.brand):
        assert not Order.objects.exists()


@pytest.mark.parametrize(("verb", "reason"), [("pause", "stopped"), ("end", "stopped")])
def test_a_promotion_stopped_between_quote_and_order_changes_the_total(shop: Shop, verb: str, reason: str) -> None:
    shop.fill(shop.serum)
    row = promotion(shop, "SAVE10")
    shop.asha.post("checkout/codes", {"code": "SAVE10"})
    total = shop.quote()["total"]["minor"]
    with brand_scope(shop.brand):
        promotions.move(promotion=row, verb=verb, at=clock.now())
    assert shop.order(total=total)["error"]["code"] == "price_changed"
    assert [one["reason"] for one in shop.quote()["refusals"]] == [reason]


def test_refusals_say_what_is_missing_and_leave_the_cart_alone(shop: Shop, birch: Any) -> None:
    shop.fill(shop.serum)
    promotion(shop, "BIG", min_spend_minor=150_000)
    answer = shop.asha.post("checkout/codes", {"code": "big"})
    assert (shop.asha.status, answer["error"]["details"]["missing_minor"]) == (422, 50_200)
    assert "Add ₹502.00 more" in answer["error"]["message"]
    for code in ("NOSUCH", "' OR 1=1 --", "x" * 40, "b\u0456g"):
        answer = shop.asha.post("checkout/codes", {"code": code})
        assert (shop.asha.status, answer["error"]["details"]["reason"]) == (422, "unknown")
    assert shop.asha.get("checkout/estimate")["data"]["refusals"] == []
    with brand_scope(birch):
        row = promotions.draft(
            spec=Spec("B", "percent", clock.now(), percent_bp=1_000, needs_code=True), currency="INR"
        )
        promotions.add_coupon(promotion=row, code="BIRCH")
        promotions.move(promotion=row, verb="launch", at=clock.now())
    assert shop.asha.post("checkout/codes", {"code": "BIRCH"})["error"]["details"]["reason"] == "unknown"


def test_a_code_of_asha_is_nothing_for_ben(shop: Shop, ben: Any) -> None:
    promotion(shop, "GENERAL")
    with brand_scope(shop.brand):
        promotions.add_coupon(promotion=Promotion.objects.get(), code="FORASHA", customer_id=shop.customer.customer.pk)
    other = Api("customer", shop.brand, ben.user)
    other.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 1})
    assert other.post("checkout/codes", {"code": "FORASHA"})["error"]["details"]["reason"] == "not_yours"


def test_a_guests_code_follows_into_the_customers_cart(shop: Shop) -> None:
    promotion(shop, "SAVE10")
    guest = Api("customer", shop.brand)
    guest.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 1})
    assert guest.post("checkout/codes", {"code": "SAVE10"})["data"]["discount"]["minor"] == 4_990
    guest.headers["Authorization"] = shop.asha.headers["Authorization"]
    assert guest.get("checkout/estimate")["data"]["discount"]["minor"] == 4_990
    guest.delete("checkout/codes/save10")
    assert guest.get("checkout/estimate")["data"]["discount"]["minor"] == 0


def test_a_code_works_on_the_pages_without_a_script(shop: Shop) -> None:
    promotion(shop, "SAVE10", min_spend_minor=60_000)
    shop.fill(shop.serum)
    headers = shop.asha.headers | {"Sec-Fetch-Site": "same-origin"}
    refused = shop.asha.client.post("/cart/codes", {"code": "nope"}, headers=headers)
    assert refused.status_code == 422
    assert "is not a code of this shop" in refused.content.decode()
    assert shop.asha.client.post("/cart/codes", {"code": "save10"}, headers=headers).status_code == 303
    cart = shop.asha.client.get("/cart", headers=headers).content.decode()
    assert "SAVE10" in cart
    assert "You save" in cart
    checkout = shop.asha.client.get("/checkout", headers=headers).content.decode()
    assert "₹99.80" in checkout
    assert shop.asha.client.post("/cart/codes", {"remove": "SAVE10"}, headers=headers).status_code == 303
    assert "You save" not in shop.asha.client.get("/cart", headers=headers).content.decode()
