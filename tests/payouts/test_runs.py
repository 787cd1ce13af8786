"""Runs: two people above a limit, holds, minimum, reserve, and debts that the next payout takes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from haat.audit.models import AuditEntry
from haat.core import clock
from haat.ledger import queries as books
from haat.ledger.chart import seller_reserve
from haat.payouts import services as payouts
from haat.payouts.models import Adjustment, Payout, PayoutRun
from haat.tenancy.context import brand_scope
from tests.payouts.conftest import Desk
from tests.support import Api, run_jobs


def test_a_run_above_the_limit_is_let_go_by_somebody_else(desk: Desk, ravi: Any, meera: Any) -> None:
    desk.plan(second_person_minor=100_000)
    desk.give(ravi.seller, 60_000)
    desk.give(meera.seller, 50_000)
    made = desk.run()
    run = made["run"]
    assert (made["started"], run["status"], run["total"]["minor"]) == (0, "proposed", 110_000)
    assert [(one["seller"], one["amount"]["minor"]) for one in run["items"]] == [
        ("Meera Crafts", 50_000),
        ("Ravi Traders", 60_000),
    ]
    assert run["may_decide"] is False
    answer = desk.nia.post(f"payout-runs/{run['id']}/approval", {})
    assert (desk.nia.status, answer["error"]["code"]) == (403, "second_person_needed")
    with brand_scope(desk.brand), pytest.raises(IntegrityError), transaction.atomic():
        PayoutRun.objects.update(status="approved", decided_by=desk_id(desk), decided_at=clock.now())
    assert desk.nia.post("payout-runs", {}, key="another")["error"]["code"] == "not_now"
    assert desk.kiran.get(f"payout-runs/{run['id']}")["data"]["may_decide"] is True
    desk.kiran.post(f"payout-runs/{run['id']}/approval", {})
    assert desk.kiran.status == 200
    desk.kiran.post(f"payout-runs/{run['id']}/rejection", {"reason": "Too late"})
    assert desk.kiran.status == 409
    assert (desk.owed(ravi.seller), desk.owed(meera.seller)) == (0, 0)
    assert desk.faults() == []


def desk_id(desk: Desk) -> Any:
    return PayoutRun.objects.get().proposed_by


def test_what_is_rejected_stands_open_again_and_is_paid_by_the_next_run(desk: Desk, ravi: Any) -> None:
    desk.plan(second_person_minor=10_000)
    desk.give(ravi.seller, 60_000)
    run = desk.run()["run"]
    desk.nia.post(f"payout-runs/{run['id']}/rejection", {"reason": "Look at the account first"})
    assert desk.nia.status == 200
    assert desk.owed(ravi.seller) == 60_000
    again = desk.run("again")["run"]
    desk.kiran.post(f"payout-runs/{again['id']}/approval", {})
    assert desk.owed(ravi.seller) == 0
    assert desk.faults() == []


def test_nothing_is_paid_that_was_taken_back_since_the_run_was_proposed(desk: Desk, ravi: Any) -> None:
    desk.plan(second_person_minor=10_000)
    desk.give(ravi.seller, 60_000)
    run = desk.run()["run"]
    desk.give(ravi.seller, -20_000)
    desk.kiran.post(f"payout-runs/{run['id']}/approval", {})
    with brand_scope(desk.brand):
        assert not Payout.objects.exists()
        assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 0
        run = PayoutRun.objects.get(status="proposed")
        assert run.total_minor == 40_000
    for one in (desk.kiran, desk.nia):
        one.post(f"payout-runs/{run.pk}/approval", {})
    assert desk.owed(ravi.seller) == 0
    assert desk.faults() == []


def test_a_debt_is_carried_and_taken_from_the_next_payout_by_a_line_that_says_so(desk: Desk, ravi: Any) -> None:
    desk.plan()
    desk.give(ravi.seller, -30_000)
    desk.run()
    with brand_scope(desk.brand):
        assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 0
        (owing,) = Payout.objects.all()  # told once, not every day
        assert (owing.status, owing.amount_minor, owing.carried_minor) == ("carried", 0, -30_000)
    seller = Api("seller", desk.brand, ravi.user)
    balance = seller.get("balance")["data"]
    assert (balance["owed"]["minor"], balance["available"]["minor"]) == (-30_000, 0)
    desk.give(ravi.seller, 100_000)
    with brand_scope(desk.brand):
        assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 1
    paid = seller.get("payouts")["data"][0]
    lines = seller.get(f"payouts/{paid['id']}")["data"]["lines"]
    assert sorted((line["kind"], line["net"]["minor"]) for line in lines) == [
        ("adjustment", 100_000),
        ("carried", -30_000),
    ]
    assert [line["number"] for line in lines if line["kind"] == "carried"] == [owing.number]
    assert paid["amount"]["minor"] == 70_000
    assert desk.faults() == []


def test_a_reserve_is_kept_booked_and_comes_back_by_itself(desk: Desk, ravi: Any, shop: Any) -> None:
    from tests.books.conftest import deliver, pay_out

    desk.plan(reserve_bp=1_000, reserve_days=30)
    number = shop.paid()
    deliver(shop, number, ravi)
    net = desk.owed(ravi.seller)
    when = clock.now() + timedelta(days=8)
    pay_out(shop, when)
    kept = -(-net // 10)
    with brand_scope(desk.brand):
        reserve = books.balance(seller_reserve(ravi.seller.pk))
    assert reserve in {kept, net // 10}
    assert (desk.owed(ravi.seller), desk.paid(ravi.seller)) == (0, net - reserve)  # asked back, then let go
    assert desk.faults() == []
    with brand_scope(desk.brand):
        assert payouts.release_reserves(at=when + timedelta(days=31)) == 1
        assert payouts.release_reserves(at=when + timedelta(days=31)) == 0
        assert books.balance(seller_reserve(ravi.seller.pk)) == 0
    assert desk.faults() == []


def test_holds_and_minimums_leave_out_and_say_so(desk: Desk, ravi: Any, meera: Any) -> None:
    desk.plan(minimum_minor=5_000)
    desk.give(ravi.seller, 60_000)
    desk.give(meera.seller, 4_999)
    held = desk.nia.post("payout-holds", {"seller_id": str(ravi.seller.pk), "reason": "Goods look forged"})["data"]
    made = desk.run()
    assert made == {"started": 0, "run": None}
    preview = {one["seller"]: one["left_out"] for one in desk.nia.get("payout-runs/preview")["data"]}
    assert preview == {"Ravi Traders": "held", "Meera Crafts": "minimum"}
    assert Api("seller", desk.brand, ravi.user).get("balance")["data"]["held_reason"] == "Goods look forged"
    desk.nia.post(f"payout-holds/{held['id']}/release", {"reason": "They are not"})
    assert desk.run("after")["started"] == 1
    assert (desk.owed(ravi.seller), desk.owed(meera.seller)) == (0, 4_999)


def test_an_adjustment_above_the_limit_needs_a_second_person_too(desk: Desk, ravi: Any) -> None:
    desk.plan(adjustment_alone_minor=1_000)
    asked = desk.give(ravi.seller, -5_000)
    assert (asked["status"], desk.owed(ravi.seller)) == ("proposed", 0)
    desk.nia.post(f"payout-adjustments/{asked['id']}/approval", {})
    assert desk.nia.status == 403
    desk.kiran.post(f"payout-adjustments/{asked['id']}/approval", {})
    assert (desk.kiran.status, desk.owed(ravi.seller)) == (200, -5_000)
    assert desk.faults() == []


def test_a_line_opens_down_to_its_postings_and_a_rival_sees_none_of_it(desk: Desk, ravi: Any, meera: Any) -> None:
    desk.plan()
    desk.give(ravi.seller, 60_000)
    desk.run()
    own, rival = Api("seller", desk.brand, ravi.user), Api("seller", desk.brand, meera.user)
    payout = own.get("payouts")["data"][0]["id"]
    (line,) = own.get(f"payouts/{payout}")["data"]["lines"]
    path = f"payouts/{payout}/lines/{line['id']}"
    (entry,) = own.get(path)["data"]["entries"]
    assert [
        (leg["source"].partition(":")[0], leg["destination"], leg["amount"]["minor"]) for leg in entry["postings"]
    ] == [("seller_payable", "seller_adjustments", 60_000)]
    assert "600.00" in own.get(f"payouts/{payout}/file")["data"]["csv"]
    assert "600.00" in own.get("statement/file")["data"]["csv"]
    for hidden in (path, f"payouts/{payout}/file"):
        rival.get(hidden)
        assert rival.status == 404
    assert desk.nia.get(f"payouts/{payout}/lines/{line['id']}")["data"]["entries"] == own.get(path)["data"]["entries"]
    run_jobs(desk.brand)


def test_a_run_of_the_schedule_above_the_limit_takes_two_people(desk: Desk, ravi: Any) -> None:
    desk.plan(second_person_minor=10_000)
    desk.give(ravi.seller, 60_000)
    with brand_scope(desk.brand):
        assert payouts.release_due(at=clock.now()) == 0
        row = PayoutRun.objects.get()
        alone = {"status": "approved", "decided_by": ravi.user.pk, "decided_at": clock.now()}
        with pytest.raises(IntegrityError), transaction.atomic():
            PayoutRun.objects.update(**alone)
    path = f"payout-runs/{row.pk}"
    made = desk.nia.get(path)["data"]
    assert (made["people_missing"], made["proposed_by"], made["may_decide"]) == (2, None, True)
    first = desk.nia.post(f"{path}/approval", {})["data"]
    assert (first["status"], first["people_missing"], first["may_decide"]) == ("proposed", 1, False)
    assert desk.owed(ravi.seller) == 60_000
    answer = desk.nia.post(f"{path}/approval", {})
    assert (desk.nia.status, answer["error"]["code"]) == (403, "second_person_needed")
    second = desk.kiran.post(f"{path}/approval", {})["data"]
    assert (second["status"], second["people_missing"], desk.owed(ravi.seller)) == ("approved", 0, 0)
    with brand_scope(desk.brand):
        assert AuditEntry.objects.filter(action="payout.run_approved_first").count() == 1
    assert desk.faults() == []


def test_one_person_is_enough_to_reject_a_run_of_the_schedule(desk: Desk, ravi: Any) -> None:
    desk.plan(second_person_minor=10_000)
    desk.give(ravi.seller, 60_000)
    with brand_scope(desk.brand):
        payouts.release_due(at=clock.now())
        row = PayoutRun.objects.get()
    desk.nia.post(f"payout-runs/{row.pk}/approval", {})
    desk.nia.post(f"payout-runs/{row.pk}/rejection", {"reason": "Look first"})
    assert (desk.nia.status, desk.owed(ravi.seller)) == (200, 60_000)


def test_a_debt_is_written_off_at_most_whole_and_the_seller_reads_it(desk: Desk, ravi: Any, meera: Any) -> None:
    desk.plan(adjustment_alone_minor=100_000)
    desk.give(ravi.seller, -30_000)
    desk.run()
    owing = {"seller_id": str(ravi.seller.pk), "reason": "The shop has closed", "write_off": True}
    for minor, field in ((30_001, "amount_minor"), (-1, "amount_minor")):
        answer = desk.nia.post("payout-adjustments", owing | {"amount_minor": minor}, key=f"no-{minor}")
        assert (desk.nia.status, list(answer["error"]["details"])) == (422, [field])
    owed_something = owing | {"seller_id": str(meera.seller.pk), "amount_minor": 1}
    assert desk.nia.post("payout-adjustments", owed_something, key="other")["error"]["code"] == "invalid"
    made = desk.nia.post("payout-adjustments", owing | {"amount_minor": 30_000}, key="all")["data"]
    assert desk.nia.post("payout-adjustments", owing | {"amount_minor": 30_000}, key="all")["data"]["id"] == made["id"]
    assert (made["status"], made["write_off"], desk.owed(ravi.seller)) == ("booked", True, 0)
    assert desk.nia.post("payout-adjustments", owing | {"amount_minor": 1}, key="more")["error"]["code"] == "invalid"
    with brand_scope(desk.brand):
        assert (books.balance("bad_debt"), books.balance("seller_adjustments")) == (30_000, -30_000)
    seller = Api("seller", desk.brand, ravi.user)
    assert any(line["code"] == "payout.written_off" for line in seller.get("statement")["data"])
    desk.give(ravi.seller, 10_000)
    with brand_scope(desk.brand):
        assert payouts.release_due(at=clock.now() + timedelta(days=1)) == 1
    (paid,) = [one for one in seller.get("payouts")["data"] if one["amount"]["minor"]]
    paid = seller.get(f"payouts/{paid['id']}")["data"]
    assert paid["amount"]["minor"] == 10_000
    assert "Debt written off: The shop has closed" in {line["text"] for line in paid["lines"]}
    assert desk.faults() == []


def test_a_write_off_above_the_limit_takes_two_and_only_what_is_owed_by_then(desk: Desk, ravi: Any) -> None:
    desk.plan(adjustment_alone_minor=40_000)
    desk.give(ravi.seller, -30_000)
    desk.plan(adjustment_alone_minor=1_000)
    body = {"seller_id": str(ravi.seller.pk), "amount_minor": 30_000, "reason": "Gone", "write_off": True}
    asked = desk.nia.post("payout-adjustments", body, key="off")["data"]
    assert (asked["status"], desk.owed(ravi.seller)) == ("proposed", -30_000)
    desk.give(ravi.seller, 500)
    path = f"payout-adjustments/{asked['id']}/approval"
    desk.nia.post(path, {})
    assert desk.nia.status == 403
    desk.kiran.post(path, {})
    assert (desk.kiran.status, desk.owed(ravi.seller)) == (409, -29_500)
    with brand_scope(desk.brand), pytest.raises(IntegrityError), transaction.atomic():
        Adjustment.objects.filter(pk=asked["id"]).update(amount_minor=-1)
    assert desk.faults() == []
