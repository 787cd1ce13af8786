import threading

import pytest
import requests
from razorpay.errors import BadRequestError

from .server import until

KEY = {"X-Refund-Idempotency": "refund-0001"}


def test_refunds_add_up_to_the_payment(simulator, client, steps):
    order, payment = steps.paid()
    steps.paid()
    part = client.payment.refund(payment["id"], {"amount": 40_000, "notes": {"why": "late"}})
    assert (part["amount"], part["status"], part["notes"]) == (40_000, "processed", {"why": "late"})
    shown = client.payment.fetch(payment["id"])
    assert (shown["status"], shown["refund_status"], shown["amount_refunded"]) == ("captured", "partial", 40_000)
    with pytest.raises(BadRequestError, match="greater than the available amount"):
        client.payment.refund(payment["id"], {"amount": 60_001})
    with pytest.raises(BadRequestError, match="greater than amount captured"):
        client.payment.refund(payment["id"], {"amount": 100_001})
    rest = client.refund.create({"payment_id": payment["id"]})
    assert rest["amount"] == 60_000
    shown = client.payment.fetch(payment["id"])
    assert (shown["status"], shown["refund_status"]) == ("refunded", "full")
    assert client.order.fetch(order["id"])["status"] == "paid"
    with pytest.raises(BadRequestError, match="fully refunded already"):
        client.payment.refund(payment["id"], {})
    assert client.payment.fetch_multiple_refund(payment["id"])["count"] == 2
    assert client.refund.all({"payment_id": payment["id"]})["count"] == 2
    assert client.refund.fetch(rest["id"])["payment_id"] == payment["id"]
    assert simulator.get("invariant")["holds"]


def test_the_same_key_and_body_replays_and_another_body_is_refused(client, steps):
    _order, payment = steps.paid()
    first = client.payment.refund(payment["id"], {"amount": 500}, headers=dict(KEY))
    assert client.payment.refund(payment["id"], {"amount": 500}, headers=dict(KEY)) == first
    assert client.payment.fetch(payment["id"])["amount_refunded"] == 500
    with pytest.raises(BadRequestError, match="Different request with the same idempotency key"):
        client.payment.refund(payment["id"], {"amount": 600}, headers=dict(KEY))
    with pytest.raises(BadRequestError, match="must match"):
        client.payment.refund(payment["id"], {"amount": 500}, headers={"X-Refund-Idempotency": "short"})


def test_a_refused_refund_does_not_use_its_key_up(client, steps):
    _order, payment = steps.paid()
    with pytest.raises(BadRequestError, match="enough balance"):
        client.payment.refund(payment["id"], {}, headers=dict(KEY))
    steps.paid()
    assert client.payment.refund(payment["id"], {}, headers=dict(KEY))["amount"] == 100_000


def test_two_at_once_with_one_key_are_a_conflict(simulator, client, steps):
    _order, payment = steps.paid()
    path = f"/v1/payments/{payment['id']}/refund"
    simulator.sim("faults", method="POST", path=path, kind="delay", seconds=0.4)
    answers = []

    def slow():
        answers.append(simulator.raw("POST", path, json={"amount": 500}, headers=KEY).status_code)

    thread = threading.Thread(target=slow)
    thread.start()
    until(lambda: simulator.get("faults")["faults"] == [])
    racing = requests.post(simulator.base + path, json={"amount": 500}, headers=KEY, auth=client.auth, timeout=5)
    thread.join()
    assert (racing.status_code, answers) == (409, [200])
    assert client.payment.fetch(payment["id"])["amount_refunded"] == 500


def test_a_bank_that_refuses_a_refund_gives_the_money_back(simulator, client, steps, receiver):
    _order, payment = steps.paid()
    simulator.sim("refunds/mode", mode="pending")
    refund = client.payment.refund(payment["id"], {"amount": 500})
    assert refund["status"] == "pending"
    assert simulator.sim(f"refunds/{refund['id']}", outcome="failed")["status"] == "failed"
    assert client.payment.fetch(payment["id"])["amount_refunded"] == 0
    simulator.idle()
    assert b"refund.failed" in receiver.arrivals[-1].body
    assert simulator.get("invariant")["holds"]
