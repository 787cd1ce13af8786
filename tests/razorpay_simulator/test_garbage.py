"""No body, however odd, makes the simulator fall over: it answers with an error of the API."""

import itertools

import pytest

ODD = [None, True, -1, 1.5, "", "x", [], [1], {}, {"a": 1}]
ORDER = {"amount": 1000, "currency": "INR"}
PROFILE = {"category": "c", "subcategory": "s"}
ACCOUNT = {"email": "a@b.c", "phone": "9000090000", "type": "route", "legal_business_name": "Meera", "profile": PROFILE}
ACCOUNT["business_type"] = "llp"


@pytest.mark.parametrize(
    ("path", "body", "names"),
    [
        ("/v1/orders", ORDER, "amount currency receipt notes partial_payment transfers payment"),
        ("/v1/transfers", {"account": "acc_1", **ORDER}, "account amount notes linked_account_notes on_hold"),
        ("/v1/refunds", {"payment_id": "pay_1"}, "payment_id amount speed notes receipt reverse_all"),
        ("/v2/accounts", ACCOUNT, "email phone type legal_business_name business_type profile legal_info notes"),
        ("/v1/webhooks", {"url": "http://x.test"}, "url secret events active"),
        ("/_verify/pan", {}, "pan name"),
        ("/_verify/bank", {"account_number": "1", "ifsc": "1"}, "account_number ifsc name"),
    ],
)
def test_odd_values_are_answered(simulator, path, body, names):
    for name, value in itertools.product(names.split(), ODD):
        answer = simulator.raw("POST", path, json={**body, name: value})
        assert answer.status_code in (200, 400), (name, value, answer.text)
        assert answer.ok or answer.json()["error"]["description"]


def test_odd_values_deeper_down_are_answered(simulator, client, steps):
    account = steps.account()
    product = steps.product(account)
    base = f"/v2/accounts/{account['id']}"
    for value in ODD:
        for verb, path, body in (
            ("POST", "/v1/orders", {**ORDER, "payment": {"capture_options": value}}),
            ("POST", "/v1/orders", {**ORDER, "payment": {"capture": value}}),
            ("POST", "/v1/orders", {**ORDER, "transfers": [value]}),
            ("POST", base + "/stakeholders", {"name": "Meera", "kyc": value}),
            ("POST", base + "/stakeholders", {"name": "Meera", "kyc": {"pan": value}}),
            ("PATCH", base, {"legal_info": {"pan": value}}),
            ("PATCH", f"{base}/products/{product['id']}", {"settlements": {"account_number": value}}),
            ("PATCH", f"{base}/products/{product['id']}", {"settlements": value}),
            ("POST", "/_sim/pay", value),
            ("POST", "/_sim/pay", {"order": value}),
            ("POST", "/_sim/webhooks", {"delay": value}),
        ):
            answer = simulator.raw(verb, path, json=body)
            assert answer.status_code in (200, 400), (path, body, answer.text)


def test_bodies_that_are_not_json_objects_are_refused(simulator):
    for raw in (b"{", b"[]", b"5", b"\xff"):
        assert simulator.raw("POST", "/v1/orders", data=raw).status_code == 400
