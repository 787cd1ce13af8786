import pytest
from razorpay.errors import BadRequestError


def test_an_order_has_the_documented_shape(client):
    order = client.order.create({"amount": 50_000, "currency": "INR", "receipt": "GLW-1"})
    assert order["id"].startswith("order_")
    assert len(order["id"]) == len("order_") + 14
    del order["id"], order["created_at"]
    assert order == {
        "entity": "order",
        "amount": 50_000,
        "amount_paid": 0,
        "amount_due": 50_000,
        "currency": "INR",
        "receipt": "GLW-1",
        "offer_id": None,
        "status": "created",
        "attempts": 0,
        "notes": [],
    }


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"amount": 99, "currency": "INR"}, "Order amount less than minimum amount allowed"),
        ({"amount": 100.5, "currency": "INR"}, "The amount must be an integer."),
        ({"amount": True, "currency": "INR"}, "The amount must be an integer."),
        ({"currency": "INR"}, "The amount field is required."),
        ({"amount": 100}, "The currency field is required."),
        ({"amount": 100, "currency": "INR", "colour": 1}, "colour is/are not required and should not be sent."),
        ({"amount": 100, "currency": "INR", "receipt": "r" * 41}, "may not be greater than 40"),
        ({"amount": 100, "currency": "INR", "notes": {str(n): "" for n in range(16)}}, "at most 15"),
        ({"amount": 100, "currency": "INR", "payment": {"capture": "later"}}, "selected capture is invalid"),
    ],
)
def test_bad_orders_are_refused_in_razorpays_words(client, body, words):
    with pytest.raises(BadRequestError, match=words):
        client.order.create(body)


def test_orders_are_found_by_receipt_and_notes_can_change(client, steps):
    wanted = steps.order(receipt="GLW-1")
    steps.order(receipt="GLW-2")
    assert client.order.all({"receipt": "GLW-1"})["items"] == [wanted]
    assert client.order.edit(wanted["id"], {"notes": {"brand": "glow"}})["notes"] == {"brand": "glow"}
    with pytest.raises(BadRequestError, match="amount is/are not required"):
        client.order.edit(wanted["id"], {"amount": 5})


def test_lists_are_paged_newest_first(client, steps):
    made = [steps.order(receipt=str(number))["id"] for number in range(4)]
    page = client.order.all({"count": 2, "skip": 1})
    assert page["entity"] == "collection"
    assert [order["id"] for order in page["items"]] == [made[2], made[1]]


def test_unknown_ids_paths_and_keys_are_refused(simulator, client):
    with pytest.raises(BadRequestError, match="The id provided does not exist"):
        client.order.fetch("order_00000000000000")
    unknown = simulator.raw("GET", "/v1/nothing")
    assert unknown.status_code == 400
    assert unknown.json()["error"]["description"] == "The requested URL was not found on the server."
    for key, secret, words in (("rzp_test_glow", "no", "Authentication failed"), ("other", "no", "api key provided")):
        with pytest.raises(BadRequestError, match=words):
            simulator.client_of(key, secret).order.all()
    refused = simulator.http.get(simulator.base + "/v1/orders", timeout=5)
    assert refused.status_code == 401
    assert refused.json()["error"]["reason"] == "NA"


def test_merchants_see_nothing_of_each_other(simulator, client, steps):
    order, payment = steps.paid()
    simulator.sim("merchants", name="Clay House", key_id="rzp_test_clay", key_secret="clay-secret")
    rival = simulator.client_of("rzp_test_clay", "clay-secret")
    assert rival.order.all()["items"] == []
    with pytest.raises(BadRequestError, match="does not exist"):
        rival.order.fetch(order["id"])
    with pytest.raises(BadRequestError, match="does not exist"):
        rival.payment.refund(payment["id"], {})
    seller = steps.seller()
    transfer = steps.transfer_to(seller, 500)
    with pytest.raises(BadRequestError, match="Linked account does not exist"):
        rival.order.create({"amount": 1000, "currency": "INR", "transfers": [transfer]})
