import json

import pytest
from razorpay.errors import BadRequestError

from .server import HOOK_SECRET, until


def events(receiver):
    return [json.loads(arrival.body)["event"] for arrival in receiver.arrivals]


def test_a_paid_order_is_captured_and_told_by_signed_webhooks(simulator, client, steps, receiver):
    order = steps.order(receipt="GLW-7", notes={"brand": "glow"})
    answer = simulator.sim("pay", order=order["id"], method="card")
    client.utility.verify_payment_signature(answer["callback"])
    payment = client.payment.fetch(answer["payment"]["id"])
    assert (payment["status"], payment["captured"], payment["method"]) == ("captured", True, "card")
    assert (payment["fee"], payment["tax"]) == (2360, 360)
    fresh = client.order.fetch(order["id"])
    assert (fresh["status"], fresh["amount_paid"], fresh["amount_due"], fresh["attempts"]) == ("paid", 100_000, 0, 1)
    assert client.order.payments(order["id"])["items"] == [payment]
    simulator.idle()
    assert events(receiver) == ["payment.authorized", "payment.captured", "order.paid"]
    for arrival in receiver.arrivals:
        signature = arrival.headers["x-razorpay-signature"]
        client.utility.verify_webhook_signature(arrival.body.decode(), signature, HOOK_SECRET)
        assert arrival.path == "/webhooks/razorpay/acct1"
        assert arrival.headers["host"] == f"haat.localhost:{receiver.port}"
    paid = json.loads(receiver.arrivals[2].body)
    assert paid["contains"] == ["payment", "order"]
    assert paid["payload"]["order"]["entity"]["receipt"] == "GLW-7"


def test_a_manual_order_waits_for_its_capture(client, steps):
    order = steps.order(payment={"capture": "manual"})
    payment = steps.pay(order)
    assert (payment["status"], payment["fee"]) == ("authorized", None)
    with pytest.raises(BadRequestError, match="equal to the amount authorized"):
        client.payment.capture(payment["id"], 90_000, {"currency": "INR"})
    assert client.payment.capture(payment["id"], 100_000, {"currency": "INR"})["status"] == "captured"
    with pytest.raises(BadRequestError, match="already been captured"):
        client.payment.capture(payment["id"], 100_000, {"currency": "INR"})


def test_a_failed_attempt_can_be_tried_again_and_a_paid_order_cannot(simulator, client, steps):
    order = steps.order()
    failed = steps.pay(order, "fail")
    assert (failed["status"], failed["error_code"]) == ("failed", "BAD_REQUEST_ERROR")
    assert client.order.fetch(order["id"])["status"] == "attempted"
    with pytest.raises(BadRequestError, match="authorized"):
        client.payment.capture(failed["id"], 100_000, {"currency": "INR"})
    steps.pay(order)
    refused = simulator.http.post(simulator.base + "/_sim/pay", json={"order": order["id"]}, timeout=5)
    assert refused.status_code == 400


def test_a_bank_may_say_yes_after_it_said_no(simulator, client, steps):
    order = steps.order()
    payment = steps.pay(order, "late_auth")
    simulator.sim("clock", advance_seconds=10)
    until(lambda: client.payment.fetch(payment["id"])["status"] == "captured")
    assert client.order.fetch(order["id"])["status"] == "paid"


def test_a_stray_second_capture_is_possible(client, steps):
    order, _first = steps.paid()
    assert steps.pay(order, "capture")["captured"]
    assert client.order.fetch(order["id"])["amount_paid"] == 100_000


def test_an_uncaptured_payment_goes_back_by_itself(simulator, client, steps, receiver):
    payment = steps.pay(steps.order(payment={"capture": "manual"}))
    simulator.sim("clock", advance_seconds=4 * 86_400)
    until(lambda: client.payment.fetch(payment["id"])["status"] == "refunded")
    simulator.idle()
    assert events(receiver)[-2:] == ["refund.created", "refund.processed"]
    shown = json.loads(receiver.arrivals[-1].body)["payload"]["payment"]["entity"]
    assert shown["captured"] is False
    assert simulator.get("invariant")["holds"]
