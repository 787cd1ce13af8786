import contextlib
import random
from datetime import UTC, datetime, timedelta

import pytest
from razorpay.errors import BadRequestError


def test_a_random_history_loses_no_paisa(simulator, client, steps):
    dice = random.Random(7)
    sellers = [steps.seller(), steps.seller()]
    simulator.sim("balances", amount=20_000)
    for _ in range(12):
        amount = dice.randrange(10_000, 200_000)
        shares = [steps.transfer_to(seller, amount // 3, on_hold=dice.random() < 0.5) for seller in sellers]
        order = steps.order(amount, transfers=shares)
        payment = steps.pay(order, dice.choice(["success", "success", "fail", "capture", "late_auth"]))
        for call in dice.sample(
            [
                lambda payment=payment: client.payment.refund(payment["id"], {"amount": 500}),
                lambda payment=payment: client.payment.refund(payment["id"], {"reverse_all": True}),
                lambda order=order: client.transfer.reverse(order["transfers"][0]["id"], {"amount": 700}),
                lambda seller=sellers[0]: client.transfer.create(steps.transfer_to(seller, 1_000)),
                lambda: simulator.sim("settlements"),
                lambda: simulator.sim("clock", advance_seconds=3600),
            ],
            3,
        ):
            with contextlib.suppress(BadRequestError):
                call()
        simulator.idle()
        proof = simulator.get("invariant")
        assert proof["holds"], proof


def test_a_lost_dispute_costs_its_amount(simulator, client, steps):
    _order, payment = steps.paid()
    dispute = simulator.sim("disputes", payment=payment["id"], amount=30_000)
    assert client.dispute.fetch(dispute["id"])["status"] == "open"
    lost = simulator.sim(f"disputes/{dispute['id']}", status="lost")
    assert lost["amount_deducted"] == 30_000
    assert simulator.get("balances")["merchants"][0]["balance"] == 100_000 - 2_360 - 30_000
    assert simulator.get("invariant")["holds"]


def test_settlements_and_recon_show_what_moved(simulator, client, steps):
    _order, payment = steps.paid()
    client.payment.refund(payment["id"], {"amount": 500})
    done = simulator.sim("settlements", key_id="rzp_test_glow", amount=10_000)["settlements"][0]
    assert client.settlement.fetch(done["id"])["amount"] == 10_000
    assert client.settlement.all()["count"] == 1
    day = {"year": 2000, "month": 1, "day": 1}
    assert client.settlement.report(day)["count"] == 0
    with pytest.raises(BadRequestError, match="The month is not a valid month"):
        client.settlement.report({"year": 2026, "month": 13})
    today = datetime.now(UTC) + timedelta(hours=5, minutes=30)
    items = client.settlement.report({"year": today.year, "month": today.month})["items"]
    assert [(item["type"], item["debit"], item["credit"]) for item in items] == [
        ("payment", 0, 97_640),
        ("refund", 500, 0),
    ]
    assert simulator.get("invariant")["holds"]
