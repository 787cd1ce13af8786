"""Reconciliation with the provider's account: what differs is found once, kept, healed or given back, and ends itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.books import services as books
from haat.books.models import ReconBreak, ReconRun, Settlement
from haat.core import clock
from haat.core.jobs import RetryLater
from haat.core.models import Job
from haat.ledger import queries as ledger
from haat.ledger.chart import GATEWAY
from haat.orders import services as order_services
from haat.orders.models import Order
from haat.orders.types import Taken
from haat.payments.models import Payment, Refund, Transfer
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, deliver, part_of, pay_out, verified
from tests.checkout.steps import settled
from tests.support import run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def sums(shop: Shop, *codes: str) -> list[int]:
    with brand_scope(shop.brand):
        return [ledger.balance(code) for code in codes]


def test_a_quiet_day_leaves_nothing_to_look_at(shop: Shop, account: Account, ravi: Any, meera: Any) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    pay_out(shop, clock.now() + timedelta(days=9))
    run = account.run()
    assert account.breaks() == {}
    assert run.looked_at == {"payment": 1, "transfer": 2, "item": 3}
    assert sums(shop, GATEWAY) == [account.balance()]
    assert verified(shop.brand).faults == []


def test_an_order_whose_message_and_return_were_lost_is_healed(shop: Shop, account: Account) -> None:
    shop.fill()
    placed = shop.order()
    assert shop.pay(placed)
    run = account.run()
    assert run.healed == 1
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "placed"
    assert account.breaks() == {}


def test_a_second_payment_on_one_order_goes_back_by_itself(shop: Shop, account: Account) -> None:
    number = shop.paid()
    order = account.order_of(number)
    stray = shop.provider.sim("pay", order=order, method="upi", outcome="capture")["payment"]["id"]
    account.run()
    found = account.breaks()["second_payment"]
    assert (found.subject, found.reference, found.times) == (stray, number, 1)
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "placed"
        back = Refund.objects.get()
        assert (back.payment.provider_payment_id, back.amount_minor, back.status) == (
            stray,
            found.amount_minor,
            "processed",
        )
    assert sums(shop, "suspense", "refund_payable") == [0, 0]
    account.run()
    assert account.breaks() == {}
    assert account.breaks(kind="second_payment")["second_payment"].resolved_by_itself
    assert verified(shop.brand).faults == []


def test_money_that_we_do_not_know_waits_in_suspense_until_somebody_sends_it_back(shop: Shop, account: Account) -> None:
    order = account.client.order.create({"amount": 70_000, "currency": "INR", "receipt": "by hand"})["id"]
    shop.provider.sim("pay", order=order, method="upi", outcome="capture")
    account.top_up(50_000)
    account.run()
    account.run()
    found = account.breaks()["unknown_payment"]
    assert sums(shop, "suspense") == [70_000]
    assert sums(shop, GATEWAY) == [account.balance()]
    with brand_scope(shop.brand):
        books.give_back(row=found, at=clock.now())
        with pytest.raises(books.CannotGiveBack):
            books.give_back(row=found, at=clock.now())
    run_jobs(shop.brand)
    shop.provider.idle()
    account.run()
    assert account.breaks() == {}
    assert sums(shop, "suspense", "refund_payable") == [0, 0]
    assert verified(shop.brand).faults == []


def test_what_others_take_through_a_shared_account_is_not_ours(shop: Shop) -> None:
    order = shop.provider.client.order.create({"amount": 70_000, "currency": "INR", "receipt": "x"})["id"]
    shop.provider.sim("pay", order=order, method="upi", outcome="capture")
    with brand_scope(shop.brand):
        books.reconcile(brand=shop.brand, at=clock.now())
        assert not ReconBreak.objects.exists()
        assert not Payment.objects.exists()


def test_a_refund_by_hand_is_a_difference_until_somebody_explains_it(shop: Shop, account: Account) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        paid = Payment.objects.get().provider_payment_id
    account.client.payment.refund(paid, {"amount": 5_000})
    account.run()
    found = account.breaks()["unknown_refund"]
    assert (found.amount_minor, found.reference) == (-5_000, paid)
    with brand_scope(shop.brand):
        books.explain(row=found, note="Goodwill, booked by hand next week")
    account.run()
    assert account.breaks() == {}
    kept = account.breaks(kind="unknown_refund")["unknown_refund"]
    assert (kept.pk, kept.state, kept.times) == (found.pk, "explained", 1)
    with brand_scope(shop.brand):
        books.resolve(row=kept, note="Booked", at=clock.now())
    account.run()
    again = account.breaks()["unknown_refund"]
    assert (again.pk, again.state, again.times) == (found.pk, "open", 2)


@pytest.mark.parametrize(
    ("change", "kind", "amount"),
    [({"fee_minor": 1}, "payment_fee", None), ({"amount_minor": 1}, "payment_amount", None)],
)
def test_another_fee_or_amount_than_the_provider_says_is_found_and_ends_itself(
    shop: Shop, account: Account, change: dict[str, int], kind: str, amount: int | None
) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        before = Payment.objects.values(*change).get()
        Payment.objects.update(**{name: before[name] - off for name, off in change.items()})
    account.run()
    assert account.breaks()[kind].amount_minor == 1
    with brand_scope(shop.brand):
        Payment.objects.update(**before)
    account.run(at=clock.now() + timedelta(days=2))  # older than what a run lists: looked at by its id
    assert account.breaks() == {}


def test_a_share_released_by_hand_at_the_provider_is_found(shop: Shop, account: Account) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        share = Transfer.objects.order_by("pk").first()
        assert share
    account.client.transfer.edit(share.provider_transfer_id, {"on_hold": False})
    account.run()
    assert account.breaks()["transfer_state"].subject == share.provider_transfer_id


def test_the_fee_of_a_share_that_came_back_is_booked(shop: Shop, account: Account) -> None:
    number = shop.paid()
    account.top_up(50_000)
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Changed my mind"}, key="c1")
    run_jobs(shop.brand)
    shop.provider.idle()
    account.run()
    assert account.breaks() == {}
    assert sums(shop, GATEWAY) == [account.balance()]
    assert sums(shop, "route_fee")[0] > 0
    account.run()
    assert verified(shop.brand).faults == []


def test_the_fee_of_a_share_that_came_back_long_after_it_was_made_is_booked(shop: Shop, account: Account) -> None:
    """The provider lists shares by when they were made: a run of today does not see one of last month."""
    number = shop.paid()
    account.top_up(50_000)
    account.run()
    later = clock.now() + timedelta(days=20)
    with brand_scope(shop.brand):
        ReconRun.objects.update(until=later - timedelta(minutes=10))
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Changed my mind"}, key="c1")
    run_jobs(shop.brand)
    shop.provider.idle()
    account.run(at=later)
    assert sums(shop, GATEWAY) == [account.balance()]
    assert sums(shop, "route_fee")[0] > 0


def test_the_fee_of_a_share_that_was_taken_back_piece_by_piece_is_booked(
    shop: Shop, account: Account, ravi: Any, meera: Any
) -> None:
    number = shop.paid()
    account.top_up(500_000)
    deliver(shop, number, ravi, meera)
    account.run()
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
        taken = [Taken(line.pk, line.quantity) for line in part.lines.all()]
        facts = {"cause": "claim", "reason": "Broken", "key": "all-of-it", "at": clock.now()}
        order_services.credit_part(part=part, lines=taken, shipping_minor=None, **facts)
    settled(shop)
    assert sums(shop, "route_fee") == [0]
    account.run()
    with brand_scope(shop.brand):
        share = Transfer.objects.get(reference=part.pk)
        assert (share.status, share.fee_minor > 0) == ("reversed", True)
        assert ledger.balance("route_fee") == share.fee_minor - share.fee_tax_minor
    account.run()
    assert sums(shop, "route_fee") == [share.fee_minor - share.fee_tax_minor]
    assert verified(shop.brand).faults == []


def test_settlements_are_booked_once_and_the_rest_is_the_providers_balance(
    shop: Shop, account: Account, ravi: Any, meera: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    pay_out(shop, clock.now() + timedelta(days=9))
    have = account.balance()
    shop.provider.sim("settlements", key_id=account.client.auth[0], amount=have - 100)
    account.run()
    account.run()
    assert sums(shop, "bank", GATEWAY) == [have - 100, 100]
    with brand_scope(shop.brand):
        assert Settlement.objects.get().amount_minor == have - 100
    assert account.breaks() == {}
    assert verified(shop.brand).faults == []


def test_an_entry_that_disagrees_with_the_providers_account_of_the_day_is_found(shop: Shop, account: Account) -> None:
    from haat.ledger import services as posting
    from haat.ledger.types import Leg

    shop.fill()
    placed = shop.order()
    payment = shop.pay(placed)
    assert payment
    with brand_scope(shop.brand):
        legs = [Leg("order_holding", GATEWAY, 12_345)]
        posting.post(key=f"capture:{payment['razorpay_payment_id']}", code="wrong", legs=legs, at=clock.now())
        Job.objects.all().delete()
        books.reconcile(brand=shop.brand, at=clock.now())
    found = account.breaks()["item_booking"]
    assert found.ours == {"booked": 12_345}
    assert found.amount_minor == found.theirs["credit"] - 12_345


def test_an_outage_of_the_provider_is_a_later_try_and_loses_nothing(shop: Shop, account: Account) -> None:
    shop.fill()
    shop.pay(shop.order())
    shop.provider.sim("faults", kind="502", method="GET", path="/v1/payments", times=1)
    with pytest.raises(RetryLater):
        account.run()
    with brand_scope(shop.brand):
        assert ReconRun.objects.get().failure
    assert account.run().healed == 1


def test_pages_are_turned_to_the_last(shop: Shop, account: Account, monkeypatch: Any) -> None:
    monkeypatch.setattr("haat.payments.services.fetching.PAGE_ROWS", 2)
    for number in range(5):
        order = account.client.order.create({"amount": 10_000, "currency": "INR", "receipt": f"r{number}"})["id"]
        shop.provider.sim("pay", order=order, method="upi", outcome="capture")
    account.run()
    with brand_scope(shop.brand):
        assert ReconBreak.objects.filter(kind="unknown_payment").count() == 5


def test_work_that_does_not_move_is_told_and_forgotten_when_it_moves(shop: Shop, account: Account, birch: Any) -> None:
    shop.paid()
    shop.provider.sim("refunds/mode", mode="pending")
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        Refund.objects.create(payment=payment, key="never-sent-1", amount_minor=100)
        Job.objects.create(
            name="payments.process_webhook", payload={}, actor={}, available_at=clock.now(), brand_id=shop.brand.pk
        )
        later = clock.now() + timedelta(hours=2)
        books.watch(brand=shop.brand, at=later)
        books.watch(brand=shop.brand, at=later)
        assert set(account.breaks()) >= {"stuck_refund", "stuck_job"}
        assert account.breaks()["stuck_job"].subject == "payments.process_webhook"
        Refund.objects.all().delete()
        Job.objects.all().delete()
        books.watch(brand=shop.brand, at=later)
        assert account.breaks() == {}
    shop.provider.sim("refunds/mode", mode="processed")
    with brand_scope(birch):
        assert not ReconBreak.objects.exists()


def test_two_runs_at_once_are_one(shop: Shop, account: Account) -> None:
    with brand_scope(shop.brand):
        now = clock.now()
        ReconRun.objects.create(since=now, until=now, started_at=now)
        assert books.reconcile(brand=shop.brand, at=now) is None
        assert books.reconcile(brand=shop.brand, at=now + timedelta(minutes=16)) is not None
