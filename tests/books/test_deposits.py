"""Deposits of tax: booked once a challan, at most what the month owes, undone by a counter-entry, and each brand's own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from haat.books import owed as reads
from haat.books import reports
from haat.books.models import TaxDeposit
from haat.core import clock
from haat.ledger import queries as ledger
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, verified
from tests.conftest import _staff
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


class Desk:
    def __init__(self, shop: Shop, user: Any) -> None:
        self.shop, self.api, self.tries = shop, Api("admin", shop.brand, user), 0
        self.today = timezone.localdate(clock.now())
        self.month = f"{self.today:%Y-%m}"

    def standing(self) -> dict[str, dict[str, int]]:
        data = self.api.get(f"tax-deposits?month={self.month}")["data"]
        names = ("owed", "deposited", "left")
        return {one["tax"]: {name: one[name]["minor"] for name in names} for one in data["taxes"]}

    def pay(self, which: str, minor: int, number: str = "CH-1", **more: Any) -> Any:
        self.tries += 1
        body = {
            "tax": which,
            "month": self.month,
            "amount_minor": minor,
            "reference": number,
            "paid_on": f"{self.today}",
        }
        return self.api.post("tax-deposits", body | more, key=f"deposit-{self.tries}")

    def sums(self, *codes: str) -> list[int]:
        with brand_scope(self.shop.brand):
            return [ledger.balance(code) for code in codes]


@pytest.fixture
def desk(shop: Shop, ravi: Any, nia: Any) -> Desk:
    deliver(shop, shop.paid(), ravi)
    return Desk(shop, nia.user)


def test_what_a_month_owes_leaves_the_bank_and_the_worksheet_still_agrees(desk: Desk, shop: Shop) -> None:
    before = desk.standing()
    assert set(before) == {"tcs", "tds", "output"}
    bank = desk.sums("bank")[0]
    for tax, account in (("tcs", "tcs_payable"), ("tds", "tds_payable"), ("output", "gst_output")):
        due = before[tax]["left"]
        assert due == desk.sums(account)[0] > 0
        made = desk.pay(tax, due, f"challan-{tax}")
        assert desk.api.status == 201, made
        assert made["data"]["recorded_by"] == "Nia"
        assert desk.sums(account) == [0]
        bank -= due
    assert desk.sums("bank") == [bank]
    after = desk.standing()
    assert {tax: one["left"] for tax, one in after.items()} == dict.fromkeys(before, 0)
    assert all(after[tax]["owed"] == one["owed"] for tax, one in before.items())
    assert verified(shop.brand).faults == []


def test_more_than_is_owed_is_refused_with_what_is_left(desk: Desk) -> None:
    due = desk.standing()["tds"]["left"]
    answer = desk.pay("tds", due + 1)
    assert (desk.api.status, list(answer["error"]["details"])) == (422, ["amount_minor"])
    desk.pay("tds", due - 1, "first")
    answer = desk.pay("tds", 2, "second")
    assert "₹0.01 of" in answer["error"]["message"]
    assert desk.sums("tds_payable") == [1]
    assert desk.pay("tds", 1, "second")["data"]["amount"]["minor"] == 1


def test_the_same_challan_is_booked_once_and_never_with_other_figures(desk: Desk) -> None:
    due = desk.standing()["tds"]["left"]
    first, again = (desk.pay("tds", 1, reference)["data"]["id"] for reference in ("ch-9", "CH-9"))
    assert (first == again, desk.sums("tds_payable")) == (True, [due - 1])
    answer = desk.pay("tds", 2, "CH-9")
    assert (desk.api.status, list(answer["error"]["details"])) == (422, ["reference"])
    assert desk.pay("tcs", 1, "CH-9")["data"]["tax"] == "tcs"  # another tax has numbers of its own
    with brand_scope(desk.shop.brand), pytest.raises(IntegrityError), transaction.atomic():
        TaxDeposit.objects.filter(tax="tds").update(amount_minor=0)


def test_tax_on_own_fees_may_be_set_off_and_nothing_else_may(desk: Desk, shop: Shop) -> None:
    due, credit = desk.standing()["output"]["left"], desk.sums("gst_input_credit")[0]
    assert credit > 0
    off = min(due, credit)
    assert desk.pay("tds", 0, credit_minor=1)["error"]["details"].keys() == {"credit_minor"}
    made = desk.pay("output", due - off, credit_minor=off)
    assert (desk.api.status, desk.standing()["output"]["left"]) == (201, 0), made
    assert desk.sums("gst_output", "gst_input_credit") == [0, credit - off]
    assert verified(shop.brand).faults == []


def test_a_wrong_one_is_taken_back_by_a_counter_entry_and_may_be_written_anew(desk: Desk, shop: Shop) -> None:
    due, bank = desk.standing()["tds"]["left"], desk.sums("bank")
    made = desk.pay("tds", 1, "CH-2")["data"]
    path = f"tax-deposits/{made['id']}/reversal"
    gone = desk.api.post(path, {"reason": "Another month"})["data"]
    assert (gone["reverse_reason"], gone["reversed_by"]) == ("Another month", "Nia")
    assert (desk.standing()["tds"]["left"], desk.sums("bank")) == (due, bank)
    desk.api.post(path, {"reason": "Again"})
    assert desk.api.status == 409
    desk.pay("tds", due, "CH-2")
    assert desk.api.status == 201
    assert verified(shop.brand).faults == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("month", "2026-13"),
        ("month", "1999-01"),
        ("reference", " "),
        ("reference", "ß" * 60),
        ("tax", "vat"),
        ("amount_minor", -1),
        ("amount_minor", 0),
    ],
)
def test_bad_input_names_its_field(desk: Desk, field: str, wrong: Any) -> None:
    answer = desk.pay("tds", 1, **{field: wrong})
    assert (desk.api.status, field in answer["error"]["details"]) == (422, True), answer


def test_a_day_that_has_not_come_and_one_before_the_month_are_refused(desk: Desk) -> None:
    for day in (desk.today + timedelta(days=1), desk.today.replace(day=1) - timedelta(days=1)):
        assert "paid_on" in desk.pay("tds", 1, paid_on=f"{day}")["error"]["details"]


def test_a_neighbour_sees_none_of_it_and_support_may_not_write(desk: Desk, birch: Any) -> None:
    made = desk.pay("tds", 1)["data"]
    other = Api("admin", birch, _staff("bo@example.com", "Bo", "brand", "finance", birch).user)
    seen = other.get(f"tax-deposits?month={desk.month}")["data"]
    assert (seen["deposits"], [one["owed"]["minor"] for one in seen["taxes"]]) == ([], [0])
    other.post(f"tax-deposits/{made['id']}/reversal", {"reason": "Mine"})
    assert other.status == 404
    helper = _staff("su@example.com", "Su", "brand", "support", desk.shop.brand)
    desk.api = Api("admin", desk.shop.brand, helper.user)
    desk.pay("tds", 1, "CH-3")
    assert desk.api.status == 403


def test_a_planted_deposit_without_its_entry_is_found(desk: Desk, shop: Shop) -> None:
    made = desk.pay("tds", 1)["data"]
    with brand_scope(shop.brand):
        TaxDeposit.objects.update(amount_minor=2)
        month = reports.month(desk.month, shop.brand)
        assert reads.owed(month, "tds").deposited_minor == 2
    assert any(f"deposit:{made['id']} is booked as" in fault for fault in verified(shop.brand).faults)
