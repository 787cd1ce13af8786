import pytest
import requests
from razorpay.errors import BadRequestError, ServerError


def test_a_lost_answer_leaves_the_order_behind(simulator, client, steps):
    simulator.sim("faults", method="POST", path="/v1/orders", kind="lost")
    with pytest.raises(requests.ConnectionError):
        steps.order(receipt="GLW-1")
    assert client.order.all({"receipt": "GLW-1"})["count"] == 1
    assert steps.order(receipt="GLW-2")["status"] == "created"


def test_a_lost_refund_is_found_again_by_its_key(simulator, client, steps):
    _order, payment = steps.paid()
    simulator.sim("faults", method="POST", path="/v1/payments/*/refund", kind="lost")
    key = {"X-Refund-Idempotency": "refund-0001"}
    with pytest.raises(requests.ConnectionError):
        client.payment.refund(payment["id"], {"amount": 500}, headers=dict(key))
    assert client.payment.refund(payment["id"], {"amount": 500}, headers=dict(key))["amount"] == 500
    assert client.payment.fetch(payment["id"])["amount_refunded"] == 500


@pytest.mark.parametrize(
    ("kind", "error", "kept"),
    [
        ("409", BadRequestError, 0),
        ("429", BadRequestError, 0),
        ("500", ServerError, 0),
        ("502", requests.exceptions.JSONDecodeError, 0),
        ("500_after", ServerError, 1),
        ("502_after", requests.exceptions.JSONDecodeError, 1),
        ("truncated", requests.exceptions.RequestException, 1),
    ],
)
def test_refusals_do_nothing_and_broken_answers_hide_what_was_done(simulator, steps, kind, error, kept):
    simulator.sim("faults", path="/v1/orders", kind=kind)
    with pytest.raises(error):
        steps.order()
    assert simulator.client.order.all()["count"] == kept


def test_the_nth_call_goes_wrong_as_often_as_asked(simulator, steps):
    simulator.sim("faults", method="POST", path="/v1/orders", kind="500", nth=2, times=2)
    steps.order()
    for _ in range(2):
        with pytest.raises(ServerError):
            steps.order()
    steps.order()
    assert simulator.get("faults") == {"faults": []}


def test_a_slow_answer_runs_into_the_clients_timeout(simulator, client):
    simulator.sim("faults", path="/v1/orders", kind="delay", seconds=0.3)
    with pytest.raises(requests.exceptions.ReadTimeout):
        client.order.all(timeout=0.1)


def test_unknown_faults_and_knobs_are_refused(simulator):
    for path, body in (("faults", {"kind": "flood"}), ("webhooks", {"speed": 3}), ("webhooks", {"paused": 1})):
        answer = simulator.http.post(f"{simulator.base}/_sim/{path}", json=body, timeout=5)
        assert answer.status_code == 400


def test_a_foreign_pages_form_cannot_drive_the_control_plane(simulator):
    answer = simulator.http.post(simulator.base + "/_sim/clock", data={"advance_seconds": "5"}, timeout=5)
    assert answer.status_code == 415
