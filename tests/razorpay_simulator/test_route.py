import json

import pytest
from razorpay.errors import BadRequestError


def names(receiver):
    return [json.loads(arrival.body)["event"] for arrival in receiver.arrivals]


def test_a_seller_is_activated_after_what_is_missing_was_given(simulator, client, steps, receiver):
    account = steps.account()
    assert (account["status"], account["type"], account["notes"]) == ("created", "route", [])
    asked = {"product_name": "route", "tnc_accepted": True}
    product = client.product.requestProductConfiguration(account["id"], asked)
    assert product["activation_status"] == "needs_clarification"
    missing = [need["field_reference"] for need in product["requirements"]]
    assert missing == [*(f"settlements.{n}" for n in ("account_number", "ifsc_code", "beneficiary_name")), "kyc.pan"]
    assert steps.product(account)["activation_status"] == "under_review"
    simulator.idle()
    assert client.product.fetch(account["id"], product["id"])["activation_status"] == "activated"
    assert names(receiver) == ["product.route.under_review", "product.route.activated"]
    told = json.loads(receiver.arrivals[1].body)
    assert told["account_id"] == account["id"]
    shown = {"id": product["id"], "merchant_id": account["id"], "activation_status": "activated"}
    assert told["payload"]["merchant_product"] == {"entity": shown, "data": []}
    with pytest.raises(BadRequestError, match="only through support"):
        client.product.edit(account["id"], product["id"], {"settlements": {"account_number": "999999999"}})


@pytest.mark.parametrize(
    ("number", "field"),
    [("000000000000", "settlements.account_number"), ("111111111111", "settlements.beneficiary_name")],
)
def test_a_failed_penny_test_asks_again_and_a_right_account_mends_it(simulator, client, steps, number, field):
    account = steps.account()
    product = steps.product(account, number=number)
    simulator.idle()
    failed = client.product.fetch(account["id"], product["id"])
    assert failed["activation_status"] == "needs_clarification"
    assert [need["field_reference"] for need in failed["requirements"]] == [field]
    bank = {"account_number": "123456789012", "beneficiary_name": "Meera Shah"}
    client.product.edit(account["id"], product["id"], {"settlements": bank})
    simulator.idle()
    assert client.product.fetch(account["id"], product["id"])["activation_status"] == "activated"


def test_a_slow_review_waits_for_the_control_plane(simulator, client, steps):
    account = steps.account()
    product = steps.product(account, number="222222222222")
    simulator.idle()
    assert client.product.fetch(account["id"], product["id"])["activation_status"] == "under_review"
    with pytest.raises(BadRequestError, match="not activated"):
        steps.order(transfers=[steps.transfer_to(account["id"], 500)])
    simulator.sim(f"accounts/{account['id']}/review", outcome="activated")
    assert client.product.fetch(account["id"], product["id"])["activation_status"] == "activated"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"business_type": "xyz"}, "Invalid business type: xyz"),
        ({"phone": "12"}, "phone format is invalid"),
        ({"legal_business_name": "abc"}, "at least 4"),
        ({"reference_id": "r" * 21}, "greater than 20"),
        ({"business_type": "llp", "legal_info": {"pan": "ABCPM1234A"}}, "pan format is invalid"),
        ({"gender": "x"}, "gender is/are not required"),
    ],
)
def test_bad_accounts_are_refused(steps, change, words):
    with pytest.raises(BadRequestError, match=words):
        steps.account(**change)


def test_an_email_has_one_account_with_a_merchant(steps):
    account = steps.account()
    with pytest.raises(BadRequestError, match="Merchant email already exists"):
        steps.account(email=account["email"])


def test_accounts_and_stakeholders_can_be_read_and_changed(client, steps):
    account = steps.account()
    assert client.account.fetch(account["id"]) == account
    changed = client.account.edit(account["id"], {"customer_facing_business_name": "Meera's"})
    assert changed["customer_facing_business_name"] == "Meera's"
    person = client.stakeholder.create(account["id"], {"name": "Meera Shah"})
    assert person["id"].startswith("sth_")
    edited = client.stakeholder.edit(account["id"], person["id"], {"kyc": {"pan": "ABCPM1234A"}})
    assert client.stakeholder.fetch(account["id"], person["id"]) == edited
    assert client.stakeholder.all(account["id"])["count"] == 1
