import pytest
from razorpay.errors import BadRequestError


def balances(simulator):
    return {one["id"]: one for one in simulator.get("balances")["linked_accounts"]}


def test_an_orders_transfers_run_on_capture_and_wait_on_hold(simulator, client, steps):
    meera, ravi = steps.seller(), steps.seller()
    wanted = [steps.transfer_to(meera, 60_000, on_hold=True), steps.transfer_to(ravi, 20_000)]
    order = steps.order(transfers=wanted)
    assert [transfer["status"] for transfer in order["transfers"]] == ["created", "created"]
    payment = steps.pay(order)
    shown = client.order.fetch(order["id"], {"expand[]": "transfers"})["transfers"]["items"]
    assert [one["recipient"] for one in shown] == [meera, ravi]
    assert [one["status"] for one in shown] == ["processed", "processed"]
    assert [one["settlement_status"] for one in shown] == ["on_hold", "pending"]
    assert (shown[0]["source"], shown[0]["fees"], shown[0]["tax"]) == (order["id"], 177, 27)
    assert client.payment.transfers(payment["id"])["count"] == 2
    assert client.payment.fetch(payment["id"])["amount_transferred"] == 80_000
    settled = simulator.sim("settlements")["settlements"]
    assert [(one["account"], one["amount"]) for one in settled] == [(ravi, 20_000)]
    assert client.transfer.edit(shown[0]["id"], {"on_hold": False})["settlement_status"] == "pending"
    simulator.sim("settlements")
    assert balances(simulator)[meera] == {
        **balances(simulator)[meera],
        "balance": 0,
        "on_hold": 0,
        "settled": 60_000,
    }
    with pytest.raises(BadRequestError, match="already been settled"):
        client.transfer.edit(shown[0]["id"], {"on_hold": True})
    assert client.transfer.fetch(shown[0]["id"])["recipient_settlement_id"].startswith("setl_")
    assert simulator.get("invariant")["holds"]


def test_a_hold_until_a_time_ends_by_itself(simulator, client, steps):
    until = simulator.get("clock")["now"] + 3600
    order = steps.order(transfers=[steps.transfer_to(steps.seller(), 500, on_hold=True, on_hold_until=until)])
    steps.pay(order)
    transfer = order["transfers"][0]["id"]
    assert client.transfer.fetch(transfer)["settlement_status"] == "on_hold"
    simulator.sim("clock", advance_seconds=3601)
    simulator.idle()
    assert client.transfer.fetch(transfer)["settlement_status"] == "pending"


def test_transfers_of_an_order_fail_without_the_money_for_them(client, steps, simulator, receiver):
    order = steps.order(transfers=[steps.transfer_to(steps.seller(), 100_000)])
    steps.pay(order)
    transfer = client.transfer.fetch(order["transfers"][0]["id"])
    assert (transfer["status"], transfer["error"]["reason"]) == ("failed", "insufficient_balance")
    simulator.idle()
    assert b"transfer.failed" in receiver.arrivals[-1].body
    with pytest.raises(BadRequestError, match="greater than the order amount"):
        steps.order(transfers=[steps.transfer_to(steps.seller(), 100_001)])


def test_transfers_from_a_payment_keep_within_it_and_end_with_a_refund(simulator, client, steps):
    seller = steps.seller()
    _order, payment = steps.paid()
    made = client.payment.transfer(payment["id"], {"transfers": [steps.transfer_to(seller, 50_000)]})
    assert made["items"][0]["status"] == "pending"
    simulator.idle()
    assert client.transfer.fetch(made["items"][0]["id"])["status"] == "processed"
    with pytest.raises(BadRequestError, match="greater than the captured amount"):
        client.payment.transfer(payment["id"], {"transfers": [steps.transfer_to(seller, 50_000)]})
    client.payment.refund(payment["id"], {"amount": 100})
    with pytest.raises(BadRequestError, match="once a refund has been initiated"):
        client.payment.transfer(payment["id"], {"transfers": [steps.transfer_to(seller, 500)]})
    waiting = steps.pay(steps.order(), "authorize")
    with pytest.raises(BadRequestError, match="Only captured payments"):
        client.payment.transfer(waiting["id"], {"transfers": [steps.transfer_to(seller, 500)]})


def test_direct_transfers_have_a_key_and_need_a_balance(simulator, client, steps):
    seller = steps.seller()
    wanted, key = steps.transfer_to(seller, 10_000), {"X-Transfer-Idempotency": "payout-1"}
    with pytest.raises(BadRequestError, match="sufficient balance"):
        client.transfer.create(wanted, headers=dict(key))
    simulator.sim("balances", amount=50_000)
    first = client.transfer.create(wanted, headers=dict(key))
    assert first["status"] == "processed"
    assert client.transfer.create(wanted, headers=dict(key)) == first
    with pytest.raises(BadRequestError, match="Different request"):
        client.transfer.create({**wanted, "amount": 10_001}, headers=dict(key))
    assert balances(simulator)[seller]["balance"] == 10_000
    assert simulator.get("invariant")["holds"]


def test_reversals_are_partial_until_all_is_back(simulator, client, steps):
    seller = steps.seller()
    order = steps.order(transfers=[steps.transfer_to(seller, 50_000, on_hold=True)])
    steps.pay(order)
    transfer = order["transfers"][0]["id"]
    reversal = client.transfer.reverse(transfer, {"amount": 20_000})
    assert (reversal["entity"], reversal["transfer_id"]) == ("reversal", transfer)
    assert client.transfer.fetch(transfer)["status"] == "partially_reversed"
    with pytest.raises(BadRequestError, match="greater than the amount left"):
        client.transfer.reverse(transfer, {"amount": 30_001})
    client.transfer.reverse(transfer, {})
    assert client.transfer.fetch(transfer)["status"] == "reversed"
    assert client.transfer.reversals(transfer)["count"] == 2
    assert balances(simulator)[seller]["balance"] == 0


def test_settled_money_cannot_be_reversed(simulator, client, steps):
    order = steps.order(transfers=[steps.transfer_to(steps.seller(), 50_000)])
    steps.pay(order)
    simulator.sim("settlements")
    with pytest.raises(BadRequestError, match="does not have sufficient balance to process reversal"):
        client.transfer.reverse(order["transfers"][0]["id"], {})


def test_a_full_refund_can_take_the_transfers_back(simulator, client, steps):
    steps.paid()
    meera, ravi = steps.seller(), steps.seller()
    order = steps.order(transfers=[steps.transfer_to(meera, 40_000), steps.transfer_to(ravi, 40_000)])
    payment = steps.pay(order)
    with pytest.raises(BadRequestError, match="exactly one transfer"):
        client.payment.refund(payment["id"], {"amount": 500, "reverse_all": True})
    client.payment.refund(payment["id"], {"reverse_all": True})
    assert {one["balance"] for one in balances(simulator).values()} == {0}
    assert simulator.get("invariant")["holds"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"account": "acc_1"}, "acc_1 is not a valid id"),
        ({"account": "acc_00000000000000"}, "Linked account does not exist"),
        ({"amount": 50}, "at least INR 1.00"),
        ({"on_hold": True, "on_hold_until": 5}, "time in the future"),
        ({"percent": 5}, "percent is/are not required"),
        ({"linked_account_notes": ["order"]}, "keys of the notes"),
    ],
)
def test_bad_transfers_are_refused(steps, change, words):
    with pytest.raises(BadRequestError, match=words):
        steps.order(transfers=[{**steps.transfer_to(steps.seller(), 500), **change}])
