"""News of a payment: in any order, forged, late, lost or repeated, it makes one placed order or gives the money back."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.orders.models import Order
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved, settled
from tests.support import Api, run_jobs


@pytest.mark.parametrize("first", ["return", "webhook", "fetch"])
def test_whichever_news_comes_first_there_is_one_placed_order(shop: Shop, first: str) -> None:
    """ASVS item 10."""
    from haat.core import clock, jobs
    from haat.payments import services as payments

    shop.fill()
    placed = shop.order()
    number, callback = placed["data"]["order"]["number"], shop.pay(placed)
    assert callback

    def webhook() -> None:
        message = {
            "event": "payment.captured",
            "payload": {
                "payment": {
                    "entity": {"id": callback["razorpay_payment_id"], "order_id": callback["razorpay_order_id"]}
                }
            },
        }
        body = json.dumps(message).encode()
        for _ in range(2):
            assert deliver(shop, body, sign(body)).status_code == 200
        run_jobs(shop.brand)

    def fetch() -> None:
        with brand_scope(shop.brand):
            payments.sync_open(at=clock.now() + timedelta(minutes=1))
        run_jobs(shop.brand)

    ways = {"return": lambda: shop.come_back(number, callback), "webhook": webhook, "fetch": fetch}
    for name in [first, *[way for way in ways if way != first]]:
        ways[name]()
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert Order.objects.filter(status="placed").count() == 1
        assert Payment.objects.get().status == "captured"
        assert ledger.statement("order_holding").total == 1
        jobs.enqueue("checkout.confirm_payment", payment_id=Payment.objects.get().pk, reference="")
    run_jobs(shop.brand)
    proved(shop.brand)


def sign(body: bytes) -> str:
    import hashlib
    import hmac

    from django.conf import settings

    return hmac.new(settings.RAZORPAY_WEBHOOK_SECRET.encode(), body, hashlib.sha256).hexdigest()


def deliver(shop: Shop, body: bytes, signature: str, event_id: str = "evt_1") -> Any:
    client = Api("launch").client
    return client.generic(
        "POST", f"/webhooks/razorpay/{shop.brand.webhook_token}", body, content_type="application/json",
        headers={"X-Razorpay-Signature": signature, "X-Razorpay-Event-Id": event_id},
    )  # fmt: skip


def test_a_forged_webhook_is_refused_and_moves_nothing(shop: Shop) -> None:
    """ASVS item 39."""
    shop.fill()
    shop.order()
    for signature in ("", "0" * 64, "schlüssel"):
        response = deliver(shop, b'{"event":"payment.captured"}', signature.encode("utf-8").decode("latin-1"))
        assert response.status_code == 400
        assert response.json()["error"]["code"] == "bad_signature"
    garbage = b"\xff\xfe not json"
    assert deliver(shop, garbage, sign(garbage)).status_code == 400
    with brand_scope(shop.brand):
        assert not Order.objects.filter(status="placed").exists()


def test_a_forged_return_does_not_pay(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    callback = shop.pay(placed)
    assert callback
    number = placed["data"]["order"]["number"]
    response = shop.come_back(number, callback | {"razorpay_signature": "0" * 64})
    assert response.status_code == 303
    assert response["Location"] == "/orders?notice=bad_signature"
    assert shop.asha.get(f"orders/{number}")["data"]["status"] == "awaiting_payment"


def test_the_same_key_gives_the_same_order(shop: Shop) -> None:
    """ASVS item 10."""
    shop.fill()
    total = shop.quote()["total"]["minor"]
    first, second = shop.order(key="one", total=total), shop.order(key="one", total=total)
    assert first["data"]["order"]["number"] == second["data"]["order"]["number"]
    assert shop.asha.response.headers["Idempotency-Replayed"] == "true"
    with brand_scope(shop.brand):
        assert Order.objects.count() == 1
    shop.order(key="one", total=1)
    assert shop.asha.status == 409


def test_an_order_without_a_key_or_with_a_tampered_total_is_refused(shop: Shop) -> None:
    """ASVS item 7."""
    shop.fill()
    body = {"address_id": str(shop.customer.address.pk), "payment_method": "razorpay", "expected_total_minor": 1}
    shop.asha.post("orders", body)
    assert shop.asha.status == 422
    answer = shop.asha.post("orders", body, key="k")
    assert shop.asha.status == 409
    assert answer["error"]["code"] == "price_changed"


@pytest.mark.parametrize("fault", ["lost", "500", "502", "429", "truncated"])
def test_a_provider_outage_keeps_the_order_and_makes_no_second_one(shop: Shop, fault: str) -> None:
    """ASVS item 9."""
    shop.fill()
    shop.provider.sim("faults", kind=fault, method="POST", path="/v1/orders", nth=1, times=1)
    placed = shop.order()
    assert placed["data"]["payment"]["checkout_url"] is None
    assert "again" in placed["data"]["payment"]["message"]
    number = placed["data"]["order"]["number"]
    again = shop.asha.post(f"orders/{number}/payments")
    assert again["data"]["checkout_url"]
    with brand_scope(shop.brand):
        ours = str(Payment.objects.get().pk)
    found = shop.provider.client.order.all({"receipt": number})
    assert sum(item["notes"]["payment"] == ours for item in found["items"]) == 1


def test_a_failed_payment_can_be_tried_again(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    assert shop.pay(placed, "fail") is None
    number = placed["data"]["order"]["number"]
    again = shop.asha.post(f"orders/{number}/payments")
    assert again["data"]["status"] == "failed"
    callback = shop.pay(placed)
    assert callback
    shop.come_back(number, callback)
    assert shop.asha.get(f"orders/{number}")["data"]["status"] == "placed"


def test_an_unpaid_order_lets_its_goods_go_and_late_money_goes_back(shop: Shop) -> None:
    from haat.checkout import services as checkout
    from haat.core import clock
    from haat.payments import services as payments

    shop.fill()
    placed = shop.order()
    with brand_scope(shop.brand):
        assert Stock.objects.get(offer=shop.serum).reserved == 2
        assert checkout.expire_unpaid(at=clock.now() + timedelta(minutes=20)) == 1
        assert Stock.objects.get(offer=shop.serum).reserved == 0
    callback = shop.pay(placed, "capture")
    assert callback
    shop.provider.sim(
        "balances", amount=100_000
    )  # the provider kept its fee, so this payment alone cannot go back whole
    with brand_scope(shop.brand):
        payments.sync_open(at=clock.now() + timedelta(minutes=30))
    settled(shop)
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "expired"
        payment = Payment.objects.get()
        assert (payment.status, payment.refunds.get().status) == ("refunded", "processed")
        assert ledger.balance("suspense") == 0
    proved(shop.brand)
