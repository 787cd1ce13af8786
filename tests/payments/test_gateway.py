"""The SDK made safe: yes, no or not known; one try; a pause when the provider is out."""

from __future__ import annotations

import inspect
import threading
from typing import TYPE_CHECKING, Any

import certifi
import pytest
from razorpay.resources.payment import Payment as SdkPayment

from haat.core.ids import new_token
from haat.payments import circuit, gateway
from haat.payments.gateway import Gateway, GatewayDown, GatewayRefused, GatewayUnknown, KeysRefused
from tests.payments.conftest import order
from tests.razorpay_simulator.server import KEY, SECRET

if TYPE_CHECKING:
    from tests.razorpay_simulator.server import InThread

DONE, NOT_DONE = 1, 0


@pytest.mark.parametrize(
    ("fault", "made"),
    [
        ("409", NOT_DONE), ("429", NOT_DONE), ("500", NOT_DONE), ("502", NOT_DONE), ("500_after", DONE), ("502_after", DONE),
        ("lost", DONE), ("truncated", DONE), ("closed", NOT_DONE),
    ],
)  # fmt: skip
def test_what_is_not_a_clear_answer_is_not_known_and_is_tried_once(
    gate: Gateway, simulator: InThread, fault: str, made: int
) -> None:
    receipt = new_token(12)
    simulator.sim("faults", kind=fault, method="POST", path="/v1/orders")
    with pytest.raises(GatewayUnknown):
        gate.call(lambda sdk: sdk.order.create(order(receipt)))
    assert gate.call(lambda sdk: sdk.order.all({"receipt": receipt}))["count"] == made


def test_a_provider_that_hangs_is_left_after_a_while(
    gate: Gateway, simulator: InThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "TIMEOUT_SECONDS", (1.0, 0.2))
    simulator.sim("faults", kind="delay", seconds=1.0, method="GET", path="/v1/orders")
    with pytest.raises(GatewayUnknown):
        gate.call(lambda sdk: sdk.order.all({"count": 1}))


def test_an_answer_that_comes_byte_by_byte_is_left_after_a_while(
    gate: Gateway, simulator: InThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No single wait is too long, so only the whole tells."""
    monkeypatch.setattr(gateway, "WHOLE_SECONDS", 0.1)
    simulator.sim("faults", kind="drip", seconds=0.02, method="GET", path="/v1/orders")
    with pytest.raises(GatewayUnknown):
        gate.call(lambda sdk: sdk.order.all({"count": 1}))
    assert gate.call(lambda sdk: sdk.order.all({"count": 1}))["entity"] == "collection"


def test_nobody_there_is_not_known_either(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.RAZORPAY_BASE_URL = "http://127.0.0.1:1"
    with pytest.raises(GatewayUnknown):
        Gateway(KEY, SECRET).call(lambda sdk: sdk.order.all({"count": 1}))


def test_a_clear_no_keeps_status_code_words_and_field(gate: Gateway) -> None:
    with pytest.raises(GatewayRefused) as found:
        gate.call(lambda sdk: sdk.order.create({"amount": 1.5, "currency": "INR"}))
    said = found.value
    assert (said.status, said.code, said.field) == (400, "BAD_REQUEST_ERROR", "amount")
    assert said.description == "The amount must be an integer."


def test_keys_that_the_provider_does_not_know_say_nothing_about_the_thing(
    gate: Gateway, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(KeysRefused):
        Gateway("rzp_test_nobody", "x" * 20).call(lambda sdk: sdk.order.all({"count": 1}))
    assert "does not know the keys of account rzp_test_nobody" in caplog.text
    gate.call(lambda sdk: sdk.order.all({"count": 1}))


def test_certificates_are_ours_and_each_thread_and_account_has_a_client(
    gate: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gate.sdk.cert_path == certifi.where()
    keys = {"now": (KEY, SECRET)}
    monkeypatch.setattr(gateway, "_keys", lambda: keys["now"])
    mine, others = gateway.client(), []
    thread = threading.Thread(target=lambda: others.append(gateway.client()))
    thread.start()
    thread.join()
    assert gateway.client() is mine
    assert others[0] is not mine
    keys["now"] = ("rzp_test_another", "secret")
    assert gateway.client() is not mine


def test_the_sdks_shared_default_is_never_written_to() -> None:
    """It keeps one dict for all callers who pass none, and writes their amounts into it: so nobody may pass none."""
    from haat.payments.services import capture

    assert SdkPayment.capture.__defaults__ == ({},)
    assert '{"currency": payment.currency}' in inspect.getsource(capture)


def test_an_account_whose_provider_is_out_is_asked_only_now_and_then(
    gate: Gateway, simulator: InThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    look: dict[str, Any] = {"count": 1}

    def ask(sdk: Any) -> Any:
        asked.append(sdk)
        return sdk.order.all(dict(look))

    simulator.sim("faults", kind="500", method="GET", path="/v1/orders", times=circuit.FAILURES_MAX + 1)
    for _ in range(circuit.FAILURES_MAX):
        with pytest.raises(GatewayUnknown):
            gate.call(ask)
    with pytest.raises(GatewayDown, match="not available at the moment"):
        gate.call(ask)
    assert len(asked) == circuit.FAILURES_MAX
    assert circuit.standing()[KEY] == (True, circuit.FAILURES_MAX, 1)
    assert circuit.may_ask("rzp_test_another")
    monkeypatch.setattr(circuit, "PROBE_AFTER_SECONDS", 0.0)
    with pytest.raises(GatewayUnknown):
        gate.call(ask)  # the probe fails, so it stays open
    assert circuit.standing()[KEY][0]
    assert gate.call(ask)["entity"] == "collection"
    assert circuit.standing()[KEY] == (False, 0, 0)


def test_a_refusal_proves_that_the_provider_is_there(gate: Gateway, simulator: InThread) -> None:
    simulator.sim("faults", kind="502", method="GET", path="/v1/orders", times=circuit.FAILURES_MAX - 1)
    for _ in range(circuit.FAILURES_MAX - 1):
        with pytest.raises(GatewayUnknown):
            gate.call(lambda sdk: sdk.order.all({"count": 1}))
    with pytest.raises(GatewayRefused):
        gate.call(lambda sdk: sdk.order.fetch("order_00000000000000"))
    assert circuit.standing()[KEY] == (False, 0, 0)
