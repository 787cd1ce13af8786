"""Cash from the courier to the seller's bank account, and every way in which the bank says no."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import time_machine
from django.utils import timezone

from haat.core import clock
from haat.fulfilment import services as fulfilment
from haat.ledger import queries as books
from haat.payouts import services as payouts
from haat.payouts.models import Disbursement, Payout
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.payouts.conftest import Desk
from tests.support import Api, run_jobs


def answer(desk: Desk, batch: Any, state: str, **facts: str) -> Any:
    """The bank says the same of every line of a file."""
    file = desk.nia.post(f"bank-files/{batch['id']}/file", {})["data"]
    out = io.StringIO()
    for number, row in enumerate(csv.reader(io.StringIO(file["csv"]))):
        utr = f"{facts['utr']}{number}" if "utr" in facts else ""
        csv.writer(out).writerow([*row, utr, state, facts.get("reason", "")])
    return desk.nia.post(f"bank-files/{batch['id']}/answer", {"csv": out.getvalue()})["data"]


def deliver_for_cash(shop: Shop, user: Any) -> Api:
    """The portal of the seller who did."""
    shop.fill(shop.serum)
    shop.order("cod")
    run_jobs(shop.brand)
    seller = Api("seller", shop.brand, user)
    part = seller.get("orders")["data"][0]["number"]
    for verb, body in (("acceptance", {}), ("shipment", {"carrier": "Own rider"}), ("delivery", {})):
        seller.post(f"orders/{part}/{verb}", body)
    run_jobs(shop.brand)
    return seller


def bring_cash(desk: Desk) -> None:
    """All that the courier collected, neither less of it nor twice."""
    (parcel,) = desk.nia.get("cash-parcels")["data"]
    body = {
        "parts": [parcel["id"]], "courier": "Own rider", "reference": "UTIBN26070", "received_at": clock.now().isoformat(),
        "amount_minor": parcel["collected"]["minor"],
    }  # fmt: skip
    desk.nia.post("cash-remittances", body | {"amount_minor": body["amount_minor"] - 1}, key="short")
    assert desk.nia.status == 422
    ahead = (clock.now() + timedelta(days=3)).isoformat()
    desk.nia.post("cash-remittances", body | {"received_at": ahead}, key="ahead")
    assert desk.nia.status == 422
    desk.nia.post("cash-remittances", body, key="whole")
    assert desk.nia.status == 201
    desk.nia.post("cash-remittances", body | {"reference": "another"}, key="again")
    assert desk.nia.status == 422
    with brand_scope(desk.brand):
        assert books.balance("cod_receivable") == 0
        assert books.balance("bank") == parcel["collected"]["minor"]


def test_cash_on_delivery_is_paid_once_it_was_brought_and_only_once(shop: Shop, ravi: Any, desk: Desk) -> None:
    desk.plan()
    seller = deliver_for_cash(shop, ravi.user)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        with brand_scope(shop.brand):
            fulfilment.close_ripe_parts(at=clock.now())
        for api in (desk.nia, seller):
            api.headers["Authorization"] = api.renew()
        net = desk.owed(ravi.seller)
        assert desk.run("before the cash")["started"] == 0
        bring_cash(desk)

        preview = desk.nia.get("payout-runs/preview")["data"]
        assert [(one["amount"]["minor"], one["ways"]) for one in preview] == [(net, ["bank_file"])]
        assert desk.run("with the cash")["started"] == 1
        first = desk.bank_file("first")
        assert (first["total"]["minor"], first["lines_count"]) == (net, 1)
        assert answer(desk, first, "R", reason="Account closed") == {"paid": 0, "failed": 1, "known": 0, "problems": []}
        assert answer(desk, first, "R", reason="Account closed")["known"] == 1
        assert desk.owed(ravi.seller) == net
        late = answer(desk, first, "E", utr="HDFCR5202603")
        assert (late["paid"], "failed before" in late["problems"][0]) == (0, True)
        assert desk.faults() == []

        with brand_scope(shop.brand):
            assert payouts.release_due(at=clock.now()) == 0  # one payout a day
            assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 1
        second = desk.bank_file("second")
        assert second["lines"][0]["reference"] != first["lines"][0]["reference"]
        assert answer(desk, second, "E", utr="HDFCR5202604")["paid"] == 1
        assert answer(desk, second, "E", utr="HDFCR5202604")["known"] == 1
        assert desk.paid(ravi.seller) == net
        assert desk.owed(ravi.seller) == 0
        statement = [one["status"] for one in seller.get("payouts")["data"]]
        assert statement == ["paid", "failed"]
        newest = seller.get("payouts")["data"][0]
        (line,) = seller.get(f"payouts/{newest['id']}")["data"]["lines"]
        assert (line["kind"], line["net"]["minor"]) == ("returned", net)
        assert desk.faults() == []
        with brand_scope(shop.brand):
            way = Disbursement.objects.get(status="paid")
            payouts.came_back(way=way, reason="Account frozen", at=clock.now())
            payouts.came_back(way=way, reason="Account frozen", at=clock.now())
        assert answer(desk, second, "R", reason="Account frozen")["known"] == 1
        assert desk.owed(ravi.seller) == net
        assert desk.faults() == []


def test_the_file_is_made_once_and_who_takes_it_is_in_the_log(desk: Desk, ravi: Any, meera: Any) -> None:
    desk.plan()
    desk.give(ravi.seller, 250_000)
    desk.give(meera.seller, 50)
    desk.run()
    batch = desk.bank_file()
    taken = desk.nia.post(f"bank-files/{batch['id']}/file", {})["data"]
    rows = list(csv.reader(io.StringIO(taken["csv"])))
    assert [(row[1], row[3], row[5]) for row in rows] == [
        ("Meera Crafts LLP", "HDFC0001234", "0.50"), ("Ravi Traders LLP", "HDFC0001234", "2500.00"),
    ]  # fmt: skip
    assert all(len(row) == 7 and len(row[0]) <= 15 and row[2].startswith("50100") for row in rows)
    assert desk.nia.post(f"bank-files/{batch['id']}/file", {})["data"]["sha256"] == taken["sha256"]
    shown = str(desk.nia.get(f"bank-files/{batch['id']}")["data"]["lines"])
    assert all(row[2] not in shown for row in rows)  # the screen has the last four signs
    log = [row["action"] for row in desk.nia.get("audit", limit=100)["data"]]
    assert log.count("payout.bank_file_taken") == 2
    desk.nia.post("bank-files", {}, key="nothing left")
    assert desk.nia.status == 409
    line = batch["lines"][0]["id"]
    desk.nia.post(f"bank-lines/{line}/outcome", {"paid": True})
    assert desk.nia.status == 422
    desk.nia.post(f"bank-lines/{line}/outcome", {"paid": True, "utr": "SBIN0260310"})
    assert desk.nia.status == 200
    desk.nia.post(f"bank-lines/{batch['lines'][1]['id']}/outcome", {"paid": True, "utr": "SBIN0260310"})
    assert desk.nia.status == 422  # one reference of the bank, one payment
    assert desk.faults() == []


def test_an_answer_that_does_not_fit_changes_nothing(desk: Desk, ravi: Any) -> None:
    desk.plan()
    desk.give(ravi.seller, 10_000)
    desk.run()
    batch = desk.bank_file()
    reference = batch["lines"][0]["reference"]
    for text, said in (
        (f"{reference},X,1,I,11,100.01,20260310,UTR1234567,E,", "amount"),
        ("PO000,X,1,I,11,100.00,20260310,UTR1234567,E,", "not in this file"),
        (f"{reference},X,1,I,11,100.00,20260310,,E,", "UTR"),
    ):
        found = desk.nia.post(f"bank-files/{batch['id']}/answer", {"csv": text})["data"]
        assert (found["paid"], found["failed"]) == (0, 0)
        assert said in found["problems"][0]
    desk.nia.post(f"bank-files/{batch['id']}/answer", {"csv": f"{reference},only,three"})
    assert desk.nia.status == 422
    with brand_scope(desk.brand):
        assert Payout.objects.get().status == "in_transit"
