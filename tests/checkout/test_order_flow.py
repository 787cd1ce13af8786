"""One order through everything: two sellers, payment, commission, delivery, payout; the same paise everywhere."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.orders.models import Order
from haat.payments.models import Payment, Transfer
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import SENT_SMS, Shop
from tests.support import Api, run_jobs


def proved(brand: Any) -> None:
    with brand_scope(brand):
        proof = ledger.prove()
    assert proof.holds, proof.differences


def settled(shop: Shop) -> None:
    """Let the provider finish what it does by itself, and ask it."""
    from haat.core import jobs

    run_jobs(shop.brand)
    shop.provider.idle()
    with brand_scope(shop.brand):
        jobs.enqueue("payments.reconcile")
    run_jobs(shop.brand)


def test_a_quote_explains_every_figure(shop: Shop) -> None:
    shop.fill()
    quote = shop.quote()
    assert [package["seller"] for package in quote["packages"]] == ["Ravi Traders", "Meera Crafts"] or len(
        quote["packages"]
    ) == 2
    goods = 2 * 49_900 + 2 * 129_900
    assert quote["goods"]["minor"] == goods
    assert quote["total"]["minor"] == goods + quote["shipping"]["minor"]
    assert quote["problems"] == []
    assert shop.quote("cod")["cod_fee"]["minor"] == 4_900


def test_the_whole_way_of_an_order(shop: Shop, ravi: Any, meera: Any, nia: Any) -> None:
    number = shop.paid()
    order = shop.asha.get(f"orders/{number}")["data"]
    assert order["status"] == "placed"
    assert [part["status"] for part in order["parts"]] == ["placed", "placed"]
    assert shop.asha.get("cart")["data"]["count"] == 0
    with brand_scope(shop.brand):
        assert Stock.objects.get(offer=shop.serum).on_hand == 3
        assert Transfer.objects.filter(status="held").count() == 2
    subjects = [message.subject for message in mail.outbox]
    assert f"Your order {number}" in subjects
    assert any(number in message.text for message in SENT_SMS)

    earned = 0
    for person, suffix in ((ravi, "A"), (meera, "B")):
        seller = Api("seller", shop.brand, person.user)
        part = next(row["number"] for row in seller.get("orders")["data"])
        assert part in {f"{number}-A", f"{number}-B"}, suffix
        for verb, body in (
            ("acceptance", {}),
            ("shipment", {"carrier": "Delhivery", "tracking_number": "D1"}),
            ("delivery", {}),
        ):
            answer = seller.post(f"orders/{part}/{verb}", body)
            assert seller.status == 200, answer
        run_jobs(shop.brand)
        figures = seller.get(f"orders/{part}/earnings")["data"]
        assert figures["is_recognised"]
        net = figures["gross"]["minor"] - sum(figures[name]["minor"] for name in ("fee", "fee_gst", "tcs", "tds"))
        assert figures["net"]["minor"] == net
        assert seller.get("balance")["data"]["payable"]["minor"] == net
        assert seller.get("statement")["data"][0]["balance"]["minor"] == net
        admin = Api("admin", shop.brand, nia.user)
        assert admin.get(f"seller-orders/{part}/earnings")["data"]["net"]["minor"] == net
        earned += net
    proved(shop.brand)

    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        from haat.core import clock, jobs
        from haat.fulfilment import services as fulfilment

        with brand_scope(shop.brand):
            assert fulfilment.close_ripe_parts(at=clock.now()) == 2
        run_jobs(shop.brand)
        with brand_scope(shop.brand):
            jobs.enqueue("payouts.release_due")
        run_jobs(shop.brand)
        paid = 0
        for person in (ravi, meera):
            seller = Api("seller", shop.brand, person.user)
            payout = seller.get("payouts")["data"][0]
            assert payout["status"] == "paid"
            detail = seller.get(f"payouts/{payout['id']}")["data"]
            assert sum(line["net"]["minor"] for line in detail["lines"]) == payout["amount"]["minor"]
            assert seller.get("balance")["data"]["payable"]["minor"] == 0
            paid += payout["amount"]["minor"]
        assert paid == earned
        admin = Api("admin", shop.brand, nia.user)
        assert sum(row["amount"]["minor"] for row in admin.get("payouts")["data"]) == earned
        assert admin.get("ledger/proof")["data"]["holds"]
    proved(shop.brand)
    assert shop.provider.get("invariant")["holds"]


def test_the_ledgers_gateway_balance_is_the_providers(shop: Shop) -> None:
    key = shop.provider.client.auth[0]
    before = next(row["balance"] for row in shop.provider.get("balances")["merchants"] if row["key_id"] == key)
    shop.paid()
    shop.provider.idle()
    after = next(row["balance"] for row in shop.provider.get("balances")["merchants"] if row["key_id"] == key)
    with brand_scope(shop.brand):
        held = sum(Transfer.objects.values_list("amount_minor", flat=True))
        fees = sum(-(-amount // 400) for amount in Transfer.objects.values_list("amount_minor", flat=True))
        booked = ledger.balance("gateway_clearing:razorpay")
    assert (
        abs(booked - held - (after - before)) <= 2 * fees
    )  # holds leave the provider's balance now, our books at payout


@pytest.mark.parametrize("first", ["return", "webhook", "fetch"])
def test_whichever_news_comes_first_there_is_one_placed_order(shop: Shop, first: str) -> None:
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
        assert len(ledger.statement("order_holding")) == 1
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
    shop.fill()
    body = {"address_id": str(shop.customer.address.pk), "payment_method": "razorpay", "expected_total_minor": 1}
    shop.asha.post("orders", body)
    assert shop.asha.status == 422
    answer = shop.asha.post("orders", body, key="k")
    assert shop.asha.status == 409
    assert answer["error"]["code"] == "price_changed"


def test_cancelling_before_shipping_gives_everything_back(shop: Shop, ravi: Any) -> None:
    number = shop.paid()
    answer = shop.asha.post(
        f"orders/{number}/cancellation", {"seller_order": f"{number}-A", "reason": "Changed my mind"}, key="c1"
    )
    assert shop.asha.status == 200, answer
    settled(shop)
    with brand_scope(shop.brand):
        part = Order.objects.get().parts.get(number=f"{number}-A")
        payment = Payment.objects.get()
        refund = payment.refunds.get()
        assert (refund.status, refund.amount_minor) == ("processed", part.total_minor)
        assert payment.status == "partially_refunded"
        assert Transfer.objects.get(reference=part.pk).status == "reversed"
        assert {Stock.objects.get(offer=offer).on_hand for offer in (shop.serum, shop.bowl)} == {5, 3}
        assert ledger.balance("refund_payable") == 0
    proved(shop.brand)
    assert any("was cancelled" in message.subject for message in mail.outbox)
    shop.asha.post(f"orders/{number}/cancellation", {"seller_order": f"{number}-A"}, key="c2")
    assert shop.asha.status == 409


def test_a_declined_part_is_refunded_and_a_rival_cannot_touch_it(shop: Shop, ravi: Any, meera: Any) -> None:
    shop.paid()
    own, rival = Api("seller", shop.brand, ravi.user), Api("seller", shop.brand, meera.user)
    part = own.get("orders")["data"][0]["number"]
    for method, path, body in (
        ("GET", f"orders/{part}", None),
        ("GET", f"orders/{part}/earnings", None),
        ("POST", f"orders/{part}/decline", {"reason": "x"}),
    ):
        rival.call(method, path, body) if method == "POST" else rival.get(path)
        assert rival.status == 404
    own.post(f"orders/{part}/decline", {"reason": "Broken in storage"})
    assert own.status == 200
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert Payment.objects.get().refunded_minor == Order.objects.get().parts.get(number=part).total_minor
    proved(shop.brand)


def test_cash_on_delivery_ends_in_the_sellers_balance(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    placed = shop.order("cod")
    assert placed["data"]["order"]["status"] == "placed"
    run_jobs(shop.brand)
    seller = Api("seller", shop.brand, ravi.user)
    part = seller.get("orders")["data"][0]["number"]
    for verb, body in (("acceptance", {}), ("shipment", {"carrier": "Own rider"}), ("delivery", {})):
        seller.post(f"orders/{part}/{verb}", body)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        order = Order.objects.get()
        net = ledger.balance(seller_payable(ravi.seller.pk))
        assert Payment.objects.get().status == "captured"
        assert ledger.balance("cod_receivable") == order.total_minor
    assert net == seller.get(f"orders/{part}/earnings")["data"]["net"]["minor"]
    assert seller.get("balance")["data"]["cash"]["minor"] == net
    proved(shop.brand)


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
    with brand_scope(shop.brand):
        payments.sync_open(at=clock.now() + timedelta(minutes=30))
    settled(shop)
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "expired"
        payment = Payment.objects.get()
        assert (payment.status, payment.refunds.get().status) == ("refunded", "processed")
        assert ledger.balance("suspense") == 0
    proved(shop.brand)


@pytest.mark.parametrize("fault", ["lost", "500", "502", "429", "truncated"])
def test_a_provider_outage_keeps_the_order_and_makes_no_second_one(shop: Shop, fault: str) -> None:
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


def test_nobody_else_sees_the_order(shop: Shop, ben: Any, birch: Any) -> None:
    number = shop.paid()
    stranger = Api("customer", shop.brand, ben.user)
    stranger.get(f"orders/{number}")
    assert stranger.status == 404
    assert stranger.get("orders")["data"] == []
    assert Api("customer", shop.brand).get(f"orders/{number}")["error"]["code"] == "not_authenticated"
    with brand_scope(birch):
        assert not Order.objects.exists()
        assert ledger.prove().transactions == 0
