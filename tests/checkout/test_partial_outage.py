"""The provider goes away in the middle: at capture, at refund, at transfer. Each thing is done once all the same."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import Offer
from haat.core import clock, jobs
from haat.core.models import Job
from haat.orders.models import Order
from haat.payments import circuit
from haat.payments import services as payments
from haat.payments.models import Payment, Refund, Transfer, WebhookEvent
from haat.tenancy.context import brand_scope
from tests.checkout.steps import proved, settled
from tests.checkout.test_payment_news import deliver, sign
from tests.provider import try_jobs
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def interrupted(shop: Shop, name: str) -> None:
    """The job of this name meets the outage; later it is tried once more, its time having come."""
    with pytest.raises(AssertionError, match=name):
        run_jobs(shop.brand)
    assert try_jobs(name, shop.brand)
    settled(shop)


@pytest.mark.parametrize("fault", ["lost", "500", "502_after"])
def test_at_capture_the_order_is_placed_once_when_it_is_back(shop: Shop, fault: str) -> None:
    shop.fill()
    placed = shop.order()
    shop.provider.sim("faults", kind=fault, method="POST", path="/v1/payments/*/capture")
    order = placed["data"]["payment"]["provider_order_id"]
    callback = shop.provider.sim("pay", order=order, method="card", outcome="authorize")["callback"]
    number = placed["data"]["order"]["number"]
    assert shop.come_back(number, callback).status_code == 303
    with brand_scope(shop.brand):
        payments.sync_open(at=clock.now() + timedelta(minutes=1))
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert (Order.objects.get().status, Payment.objects.get().status) == ("placed", "captured")
    proved(shop.brand)


def test_at_transfer_each_share_is_made_once(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    callback = shop.pay(placed)
    assert callback
    shop.provider.sim("faults", kind="lost", method="POST", path="/v1/payments/*/transfers")
    shop.come_back(placed["data"]["order"]["number"], callback)
    interrupted(shop, "payments.send_transfers")
    with brand_scope(shop.brand):
        assert set(Transfer.objects.values_list("status", flat=True)) == {"held"}
        paid = Payment.objects.get().provider_payment_id
    assert shop.provider.client.payment.transfers(paid)["count"] == 2
    proved(shop.brand)


def test_at_refund_the_customer_gets_it_once(shop: Shop) -> None:
    number = shop.paid()
    shop.provider.sim("faults", kind="lost", method="POST", path="/v1/payments/*/refund")
    body = {"seller_order": f"{number}-A", "reason": "Changed my mind"}
    shop.asha.post(f"orders/{number}/cancellation", body, key="c1")
    interrupted(shop, "payments.send_refund")
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
        assert refund.status == "processed"
        entity = shop.provider.client.payment.fetch(refund.payment.provider_payment_id)
    assert entity["amount_refunded"] == refund.amount_minor
    proved(shop.brand)


def test_while_it_is_out_a_sentence_says_so_and_cash_stays_open(shop: Shop) -> None:
    shop.fill(shop.serum)
    shop.provider.sim("faults", kind="500", path="/v1/orders", times=circuit.FAILURES_MAX)
    placed = shop.order()
    number = placed["data"]["order"]["number"]
    for _ in range(circuit.FAILURES_MAX):
        said = shop.asha.post(f"orders/{number}/payments")["data"]["message"]
    assert said == (
        "Online payment is not available at the moment. Try again in a minute. Your order is kept. "
        "Or pay ₹1,126.00 in cash when it arrives."
    )
    shop.fill(shop.bowl)
    assert shop.order("cod", key="cash")["data"]["order"]["status"] == "placed"
    shop.asha.post(f"orders/{number}/cash", {"expected_total_minor": 112_600})
    assert shop.asha.get(f"orders/{number}")["data"]["status"] == "placed"


def test_a_message_of_another_brands_payment_is_let_go(shop: Shop, birch: Any) -> None:
    """One account may serve several brands: then each hears of all, and keeps to its own."""
    entity = {"id": "pay_00000000000000", "order_id": "order_00000000000000", "status": "captured", "amount": 100}
    body = json.dumps({"event": "payment.captured", "payload": {"payment": {"entity": entity}}}).encode()
    assert deliver(shop, body, sign(body), "evt_other").status_code == 200
    assert "no payment of this brand" in try_jobs("payments.process_webhook", shop.brand)[0]
    with brand_scope(shop.brand):
        assert not Payment.objects.exists()
        event = WebhookEvent.objects.get()
        payments.process(event=event, at=clock.now() + timedelta(minutes=11))  # and no later try changes anything
        assert not Payment.objects.exists()
        assert Job.objects.get(name="payments.process_webhook").failed_at is None
    with brand_scope(birch):
        assert not WebhookEvent.objects.exists()


def test_a_price_that_changes_while_the_customer_pays_is_for_the_next_one(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    placed = shop.order()
    before = placed["data"]["order"]["total"]["minor"]
    seller = Api("seller", shop.brand, ravi.user)
    seller.patch(f"offers/{shop.serum.pk}", {"price_minor": 45_900})
    assert seller.status == 200
    callback = shop.pay(placed)
    assert callback
    shop.come_back(placed["data"]["order"]["number"], callback)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert Offer.objects.get(pk=shop.serum.pk).price_minor == 45_900
        assert (Order.objects.get().status, Order.objects.get().total_minor) == ("placed", before)
        jobs.enqueue("payments.reconcile")
    run_jobs(shop.brand)
    proved(shop.brand)
