"""Answering a bank: sellers say what happened and send papers, staff send it on, and the provider has the last word."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from haat.disputes.models import Case
from haat.payments.models import Dispute
from haat.payouts.models import PartHold
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, verified
from tests.provider import try_jobs
from tests.support import Api, Upload, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop
    from tests.disputes.conftest import Bank

PDF = Upload(b"%PDF-1.4 signed for at the door", "slip.pdf", "application/pdf", {"kind": "shipping_proof"})


def send_paper(api: Api, case: Case, paper: Upload = PDF) -> Any:
    return api.post(f"disputes/{case.pk}/papers", paper)


@pytest.fixture
def asked(shop: Shop, bank: Bank, ravi: Any, nia: Any) -> dict[str, Any]:
    """Ravi's part alone is disputed; Nia works for the brand."""
    shop.fill(shop.serum)
    placed = shop.order()
    callback = shop.pay(placed)
    assert callback
    number = str(placed["data"]["order"]["number"])
    shop.come_back(number, callback)
    run_jobs(shop.brand)
    deliver(shop, number, ravi)
    found = bank.asks(amount=20_000)
    bank.tells(found)
    return found


def test_proof_goes_from_the_seller_over_the_staff_to_the_bank(
    shop: Shop, bank: Bank, asked: dict[str, Any], ravi: Any, meera: Any, nia: Any
) -> None:
    case = bank.case()
    subjects = [message.subject for message in mail.outbox]
    assert sum("disputes the payment" in subject for subject in subjects) == 1
    assert sum("New dispute" in subject for subject in subjects) == 1
    seller, rival, admin = (
        Api("seller", shop.brand, ravi.user), Api("seller", shop.brand, meera.user), Api("admin", shop.brand, nia.user),
    )  # fmt: skip
    assert rival.get("disputes")["data"] == []
    rival.get(f"disputes/{case.pk}")
    assert rival.status == 404
    seller.put(f"disputes/{case.pk}/answer", {"words": "The guard signed for it"})
    assert send_paper(seller, case)["data"]["papers"][0]["name"] == "slip.pdf"
    refused = send_paper(seller, case, Upload(b"<html>", "a.pdf", "application/pdf", {"kind": "shipping_proof"}))
    assert refused["error"]["details"]["file"]
    shown = admin.get(f"disputes/{case.pk}")["data"]
    assert (shown["answers"][0]["words"], shown["papers"][0]["seller"]) == ("The guard signed for it", ravi.seller.name)
    admin.post(f"disputes/{case.pk}/contest", {})
    assert admin.status == 422  # without the brand's own words nothing is sent
    admin.put(f"disputes/{case.pk}/words", {"words": "Delivered on the third, signed for"})
    shop.provider.sim("faults", kind="lost", method="PATCH", path="/v1/disputes/*/contest", nth=2)
    admin.post(f"disputes/{case.pk}/contest", {})
    assert admin.status == 200, admin.response.content
    with pytest.raises(AssertionError, match="carry_out"):
        run_jobs(shop.brand)  # its answer is lost, and it is not sent a second time
    try_jobs("disputes.carry_out", shop.brand)
    run_jobs(shop.brand)
    entity = bank.account.client.dispute.fetch(asked["id"])
    assert (entity["status"], entity["evidence"]["summary"]) == ("under_review", "Delivered on the third, signed for")
    assert len(entity["evidence"]["shipping_proof"]) == 1
    shown = admin.get(f"disputes/{case.pk}")["data"]
    assert (shown["state"], shown["wanted"], shown["actions"]) == ("submitted", "", ["divide"])
    send_paper(seller, case)
    assert seller.status == 409
    history = [entry["text"] for entry in shop.asha.get(f"orders/{case.number}")["data"]["timeline"]]
    assert "Your bank asked us to give ₹200.00 back" in history


def test_accepting_is_told_to_the_bank_and_a_day_too_late_is_refused(
    shop: Shop, bank: Bank, asked: dict[str, Any], nia: Any
) -> None:
    case = bank.case()
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        late = Api("admin", shop.brand, nia.user)
        assert late.post(f"disputes/{case.pk}/acceptance", {})["error"]["code"] == "not_now"
    admin = Api("admin", shop.brand, nia.user)
    admin.post(f"disputes/{case.pk}/acceptance", {})
    assert admin.status == 200
    run_jobs(shop.brand)
    assert bank.account.client.dispute.fetch(asked["id"])["status"] == "lost"
    shown = admin.get(f"disputes/{case.pk}")["data"]
    assert (shown["state"], shown["deducted"]["minor"], shown["actions"]) == ("accepted", 20_000, ["bear"])
    assert verified(shop.brand).faults == []


def test_money_that_no_order_asked_for_concerns_no_seller(shop: Shop, bank: Bank, nia: Any) -> None:
    order = bank.account.client.order.create({"amount": 70_000, "currency": "INR"})["id"]
    paid = shop.provider.sim("pay", order=order, method="upi", outcome="capture")["payment"]["id"]
    bank.account.run()
    asked = shop.provider.sim("disputes", payment=paid)
    bank.account.run()
    bank.decides(asked, "lost")
    bank.account.run()
    case = bank.case()
    assert (case.state, case.order_id) == ("lost", None)
    with brand_scope(shop.brand):
        assert not PartHold.objects.exists()
    admin = Api("admin", shop.brand, nia.user)
    row = bank.account.breaks()["unknown_payment"]
    admin.post(f"recon/breaks/{row.pk}/refund")
    run_jobs(shop.brand)
    assert bank.account.client.payment.fetch(paid)["amount_refunded"] == 0
    assert verified(shop.brand).faults == []
    bank.account.run()
    assert "unknown_payment" not in bank.account.breaks()


def test_a_dispute_of_another_brands_payment_is_not_taken(
    shop: Shop, bank: Bank, asked: dict[str, Any], birch: Any
) -> None:
    from haat.payments import services as payments

    with brand_scope(birch):
        assert payments.record_dispute(entity=asked, at=timezone.now()) is None
        assert not Dispute.objects.exists()
        assert not Case.objects.exists()


def test_sharing_names_the_parts_and_moves_what_is_held(
    shop: Shop, bank: Bank, ravi: Any, meera: Any, nia: Any
) -> None:
    number = shop.paid()
    bank.tells(bank.asks(amount=10_000))
    case = bank.case()
    admin = Api("admin", shop.brand, nia.user)
    with brand_scope(shop.brand):
        mine, others = part_of(number, ravi.seller), part_of(number, meera.seller)
        assert PartHold.objects.filter(released_at=None).count() == 2
    for parts in (["GLW-26-000000-Z"], [mine.number, "GLW-26-000000-Z"]):
        admin.put(f"disputes/{case.pk}/division", {"parts": parts})
        assert admin.status == 422
    admin.put(f"disputes/{case.pk}/division", {"parts": [mine.number]})
    assert admin.status == 200
    with brand_scope(shop.brand):
        held = {row.part_id: row.amount_minor for row in PartHold.objects.filter(released_at=None)}
    assert held == {mine.pk: 10_000}
    assert others.pk not in held
    rival = Api("seller", shop.brand, meera.user)
    rival.get(f"disputes/{case.pk}")
    assert (rival.status, rival.get("disputes")["data"]) == (404, [])
