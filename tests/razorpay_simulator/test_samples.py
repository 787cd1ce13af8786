"""The simulator answers in the documented shapes: each field is there and holds the kind of value that the page names."""

import json
from datetime import UTC, datetime, timedelta

from tests.razorpay_simulator import samples
from tests.razorpay_simulator.server import HOOK_SECRET, KEY, SECRET

PDF = b"%PDF-1.4 signed for at the door"


def test_every_answer_that_haat_reads_has_the_documented_fields(simulator, client, steps):
    seller = steps.seller()
    share = steps.transfer_to(seller, 30_000, on_hold=True, notes={"reference": "a"})
    order, payment = steps.paid(notes={"payment": "a"}, transfers=[share])
    failed = steps.pay(steps.order(), "fail", "card")
    transfer = client.payment.transfers(payment["id"])["items"][0]
    reversal = client.transfer.reverse(transfer["id"], {"amount": 1_000})
    refund = client.payment.refund(payment["id"], {"amount": 500})
    settlement = simulator.sim("settlements", key_id=KEY, amount=1_000)["settlements"][0]
    dispute = simulator.sim("disputes", payment=payment["id"], amount=5_000)
    document = client.document.create({"file": ("slip.pdf", PDF, "application/pdf"), "purpose": "dispute_evidence"})
    drafted = client.dispute.contest(
        dispute["id"], {"summary": "Delivered", "shipping_proof": [document["id"]], "action": "draft"}
    )
    sent = client.dispute.contest(dispute["id"], {"action": "submit"})
    simulator.sim(f"disputes/{dispute['id']}", status="lost")
    now = datetime.now(UTC) + timedelta(hours=5, minutes=30)
    items = client.settlement.report({"year": now.year, "month": now.month, "count": 100})["items"]
    found = [
        ("order", client.order.fetch(order["id"])), ("payment", client.payment.fetch(payment["id"])),
        ("payment", failed), ("transfer", client.transfer.fetch(transfer["id"])), ("reversal", reversal),
        ("refund", client.refund.fetch(refund["id"])), ("settlement", client.settlement.fetch(settlement["id"])),
        ("dispute", dispute), ("dispute", client.dispute.fetch(dispute["id"])), ("evidence", drafted["evidence"]),
        ("evidence", sent["evidence"]), ("document", document), ("document", client.document.fetch(document["id"])),
        *(("recon", item) for item in items),
    ]  # fmt: skip
    assert [wrong for kind, answer in found for wrong in samples.differences(kind, answer)] == []
    assert {item["type"] for item in items} == {"payment", "refund", "transfer", "adjustment"}
    assert [item["debit"] for item in items if item["dispute_id"]] == [5_000]
    assert (drafted["status"], sent["status"], sent["evidence"]["shipping_proof"]) == (
        "open", "under_review", [document["id"]],
    )  # fmt: skip
    assert simulator.get("invariant")["holds"]


def test_every_event_has_the_documented_envelope_and_contents(simulator, client, steps):
    body = {"name": "Glow", "key_id": KEY, "key_secret": SECRET}
    simulator.sim("merchants", **body, webhook_url="http://127.0.0.1:9/", webhook_secret=HOOK_SECRET)
    steps.pay(steps.order(transfers=[steps.transfer_to(steps.seller(), 100_000)]))  # nothing is left to pay its fee
    share = steps.transfer_to(steps.seller(), 30_000)
    _order, payment = steps.paid(transfers=[share])
    steps.pay(steps.order(), "fail")
    client.payment.refund(payment["id"], {"amount": 500})
    simulator.sim("refunds/mode", mode="slowed")
    client.payment.refund(payment["id"], {"amount": 500, "speed": "optimum"})
    simulator.sim("refunds/mode", mode="failed")
    client.payment.refund(payment["id"], {"amount": 500})
    simulator.idle()
    simulator.sim("settlements", key_id=KEY, amount=1_000)
    document = client.document.create({"file": ("slip.pdf", PDF, "application/pdf"), "purpose": "dispute_evidence"})[
        "id"
    ]
    for end in ("won", "lost", "closed"):
        dispute = simulator.sim("disputes", payment=payment["id"], amount=1_000)["id"]
        client.dispute.contest(dispute, {"billing_proof": [document], "action": "submit"})
        if end == "won":
            simulator.sim(f"disputes/{dispute}", status="action_required")
        simulator.sim(f"disputes/{dispute}", status=end)
    sent = [json.loads(row["body"]) for row in simulator.get("deliveries")["deliveries"]]
    assert {one["event"] for one in sent} >= set(samples.CONTAINS)
    wrong = []
    for one in sent:
        if one["event"] in samples.CONTAINS:
            wrong += samples.message_differences(one)
    assert wrong == []


def test_a_dispute_is_answered_once_in_time_and_with_a_paper(simulator, client, steps):
    import pytest
    from razorpay.errors import BadRequestError

    _order, payment = steps.paid()
    dispute = simulator.sim("disputes", payment=payment["id"], amount=30_000, respond_within=60)["id"]
    for body in (
        {"action": "submit"}, {"action": "later"}, {"shipping_proof": ["doc_00000000000000"]}, {"amount": 30_001},
        {"nonsense": True},
    ):  # fmt: skip
        with pytest.raises(BadRequestError):
            client.dispute.contest(dispute, body)
    with pytest.raises(BadRequestError, match="open dispute"):
        client.payment.refund(payment["id"], {"amount": 500})
    simulator.sim("clock", advance_seconds=120)
    with pytest.raises(BadRequestError, match="time to respond"):
        client.dispute.accept(dispute)
    simulator.sim("clock", offset_seconds=0)
    assert client.dispute.accept(dispute)["amount_deducted"] == 30_000
    assert simulator.get("invariant")["holds"]
