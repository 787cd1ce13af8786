"""Money that the provider moves: answers that are lost, refusals, and work that was killed half-way. Paid exactly once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.core import clock
from haat.orders import services as orders
from haat.orders.models import SellerOrder
from haat.orders.types import Taken
from haat.payments import services as payment_services
from haat.payments.models import GatewayAccount, Transfer
from haat.payments.types import Share
from haat.payouts import services as payouts
from haat.payouts.models import Disbursement, Payout, PayoutRun
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, account, deliver
from tests.checkout.conftest import Shop
from tests.payouts.conftest import Desk
from tests.provider import try_jobs
from tests.support import run_jobs

__all__ = ["account"]


def transfers(account: Account) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = account.client.transfer.all({"count": 100})["items"]
    return found


@pytest.mark.parametrize("kind", ["lost", "500_after", "truncated", "429"])
def test_a_transfer_from_the_balance_whose_answer_is_lost_is_made_once(
    account: Account, desk: Desk, shop: Shop, ravi: Any, kind: str
) -> None:
    account.top_up(500_000)
    desk.plan(off_rail="route_direct")
    desk.give(ravi.seller, 120_000)
    shop.provider.sim("faults", method="POST", path="/v1/transfers", kind=kind, times=1)
    desk.nia.post("payout-runs", {}, key="run")
    errors = try_jobs("payouts.send_direct", shop.brand)
    assert len(errors) == 1
    assert errors[0]
    assert try_jobs("payouts.send_direct", shop.brand) == [errors[0]] or desk.paid(ravi.seller) == 120_000
    (made,) = transfers(account)
    assert made["amount"] == 120_000
    with brand_scope(shop.brand):
        way = Disbursement.objects.get()
        assert (way.status, way.provider_id, way.fee_minor) == ("paid", made["id"], made["fees"])
        payouts.send_direct(disbursement_id=way.pk, at=clock.now())
    assert len(transfers(account)) == 1
    assert desk.faults() == []
    run_jobs(shop.brand)
    account.run(at=clock.now())
    assert "unknown_transfer" not in account.breaks()


def test_a_transfer_that_is_refused_is_in_the_balance_again(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    desk.plan(off_rail="route_direct")
    desk.give(ravi.seller, 90_000_000)
    desk.run()
    with brand_scope(shop.brand):
        way = Disbursement.objects.get()
        assert (way.status, Payout.objects.get().status) == ("failed", "failed")
        assert "balance" in way.failure.lower()
    assert desk.owed(ravi.seller) == 90_000_000
    assert desk.faults() == []


def test_a_release_that_is_killed_after_it_was_booked_is_done_once_by_the_next_try(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    """The process dies between our books and the provider, then between the provider's yes and our note of it."""
    from haat.fulfilment import services as fulfilment

    number = shop.paid()
    deliver(shop, number, ravi)
    net = desk.owed(ravi.seller)
    later = clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=later)
        assert payouts.release_due(at=later) == 1
        assert payouts.release_due(at=later) == 0
        assert Disbursement.objects.get().status == "sent"
    shop.provider.sim("faults", method="PATCH", path="/v1/transfers/*", kind="lost", times=1)
    assert try_jobs("payments.settle_transfer", shop.brand)[0]
    assert desk.paid(ravi.seller) == 0
    try_jobs("payments.settle_transfer", shop.brand)
    run_jobs(shop.brand)
    assert desk.paid(ravi.seller) == net
    with brand_scope(shop.brand):
        share = Transfer.objects.get(seller_id=ravi.seller.pk)
        payouts.settle(part_id=share.reference, transfer_id=share.pk, at=clock.now())
    assert desk.paid(ravi.seller) == net
    assert desk.faults() == []


def test_what_came_back_is_not_paid_while_its_books_are_behind(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    """Everything was given back a moment ago and the work that books it waits: neither the sale nor its share is let go."""
    from haat.fulfilment import services as fulfilment

    number = shop.paid()
    deliver(shop, number, ravi)
    later = clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=later)
        part = SellerOrder.objects.get(order__number=number, seller_id=ravi.seller.pk)
        taken = [Taken(line.pk, line.quantity) for line in part.lines.all()]
        orders.credit_part(part=part, lines=taken, cause="return", reason="Came back", key="back", at=later)
        assert payouts.release_due(at=later) == 0
        assert not Payout.objects.exists()
    whole = desk.owed(ravi.seller)
    run_jobs(shop.brand)
    left = desk.owed(ravi.seller)  # of its shipping, which it keeps
    with brand_scope(shop.brand):
        assert payouts.release_due(at=later) == 1
    run_jobs(shop.brand)
    assert (desk.paid(ravi.seller), desk.owed(ravi.seller)) == (left, 0)
    assert 0 < left < whole
    assert desk.faults() == []


def test_what_came_back_before_a_payout_was_made_leaves_its_share_while_that_waits(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    """The work that asks the piece back is late: the payout counts it as gone, and the refund is paid out of it."""
    from haat.fulfilment import services as fulfilment

    number = shop.paid()
    deliver(shop, number, ravi)
    desk.plan(second_person_minor=1)
    whole, later = desk.owed(ravi.seller), clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=later)
        part = SellerOrder.objects.get(order__number=number, seller_id=ravi.seller.pk)
        taken = [Taken(line.pk, line.quantity) for line in part.lines.all()]
        orders.credit_part(part=part, lines=taken, cause="return", reason="Came back", key="back", at=later)
    for behind in ("commissions.", "checkout."):
        run_jobs(shop.brand, only=behind)
    left = desk.owed(ravi.seller)
    with brand_scope(shop.brand):
        payouts.release_due(at=later)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        run = PayoutRun.objects.get()
        assert [(one.status, one.amount_minor) for one in Payout.objects.all()] == [("scheduled", left)]
        share = Transfer.objects.get(reference=part.pk)
        assert (share.reversed_minor, share.left_minor) == (whole - left, left)
        assert [piece.status for piece in share.reversals.all()] == ["done"]
    for who in (desk.nia, desk.kiran):
        who.post(f"payout-runs/{run.pk}/approval", {}, key="yes")
        assert who.status == 200, who.response.content
    run_jobs(shop.brand)
    assert (desk.paid(ravi.seller), desk.owed(ravi.seller)) == (left, 0)
    assert desk.faults() == []


def test_a_share_that_the_provider_never_made_goes_back_to_the_balance(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    from haat.fulfilment import services as fulfilment

    number = shop.paid()
    deliver(shop, number, ravi)
    net = desk.owed(ravi.seller)
    later = clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=later)
        assert payouts.release_due(at=later) == 1
        share = Transfer.objects.get(seller_id=ravi.seller.pk)
        payouts.share_failed(part_id=share.reference, reason="Insufficient balance", at=later)
        payouts.share_failed(part_id=share.reference, reason="Insufficient balance", at=later)
        Transfer.objects.filter(pk=share.pk).update(status="failed", wanted="")
        assert Payout.objects.get().status == "failed"
    run_jobs(shop.brand)
    assert (desk.owed(ravi.seller), desk.paid(ravi.seller)) == (net, 0)
    assert desk.faults() == []


def test_a_share_that_was_refused_gives_no_piece_back_and_is_asked_for_as_it_is_earned_now(
    account: Account, shop: Shop, ravi: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi)
    with brand_scope(shop.brand):
        share = Transfer.objects.get(seller_id=ravi.seller.pk)
        facts = {"provider_transfer_id": None, "failure": ""}
        Transfer.objects.filter(pk=share.pk).update(status="intended", **facts)
        piece = payment_services.take_back(reference=share.reference, amount_minor=5_000, key="credit-of-a-test")
        assert piece is not None
        Transfer.objects.filter(pk=share.pk).update(status="failed", failure="Refused")
    run_jobs(shop.brand)  # ends: there is nothing to wait for
    with brand_scope(shop.brand):
        piece.refresh_from_db()
        share.refresh_from_db()
        assert (piece.status, share.reversed_minor) == ("refused", 0)
        less = Share(str(ravi.seller.pk), str(share.reference), share.reference_number, share.account, 70_000)
        payment_services.share_payment(payment=share.payment, shares=[less])
        share.refresh_from_db()
        assert (share.status, share.amount_minor) == ("intended", 70_000)


def test_nobody_without_an_account_is_paid_from_the_balance(desk: Desk, ravi: Any) -> None:
    desk.plan(off_rail="route_direct")
    with brand_scope(desk.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(linked_account_status="under_review")
        assert not GatewayAccount.objects.exists()
    desk.give(ravi.seller, 10_000)
    assert desk.run() == {"started": 0, "run": None}
    (left,) = desk.nia.get("payout-runs/preview")["data"]
    assert left["left_out"] == "no_account"


def test_the_share_of_a_cancelled_part_pays_for_nothing_else(
    account: Account, desk: Desk, shop: Shop, ravi: Any, earned: Any
) -> None:
    """Between the cancellation and the job that asks the share back, a run must not let it go for other earnings."""
    number = shop.paid()
    desk.plan()
    with brand_scope(shop.brand):
        part = Transfer.objects.get(reference_number=f"{number}-A")
        assert part.status == "held"
        earned(ravi.seller, 300_000, "lent")
    shop.asha.post(f"orders/{number}/cancellation", {"seller_order": f"{number}-A", "reason": "No"}, key="no")
    assert shop.asha.status == 200, shop.asha.response.content
    with brand_scope(shop.brand):
        payouts.release_due(at=clock.now() + timedelta(days=40))
        ways = [(way.rail, way.amount_minor) for way in Disbursement.objects.filter(payout__seller=ravi.seller)]
        assert ways == [("bank_file", 300_000)]
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        part.refresh_from_db()
        assert part.status == "reversed"


def test_a_payout_that_was_let_go_late_waits_for_what_came_back_meanwhile(
    account: Account, desk: Desk, shop: Shop, ravi: Any
) -> None:
    """Between the proposal and the second person's yes goods came back: first it waits for the books, then it is dropped."""
    from haat.fulfilment import services as fulfilment

    desk.plan(second_person_minor=100)
    number = shop.paid()
    deliver(shop, number, ravi)
    later = clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=later)
        assert payouts.release_due(at=later) == 0
        payout = Payout.objects.get()
        part = SellerOrder.objects.get(order__number=number, seller_id=ravi.seller.pk)
        taken = [Taken(line.pk, line.quantity) for line in part.lines.all()]
        orders.credit_part(part=part, lines=taken, cause="return", reason="Came back", key="back", at=later)
    for one in (desk.kiran, desk.nia):
        one.post(f"payout-runs/{payout.run_id}/approval", {})
        assert one.status == 200
    with brand_scope(shop.brand):
        assert Payout.objects.get().status == "scheduled"
    run_jobs(shop.brand)
    desk.give(ravi.seller, 900_000)  # the balance alone would allow it
    with brand_scope(shop.brand):
        Payout.objects.update(created_at=clock.now() + timedelta(days=1))  # as if it was booked while it was reckoned
        payouts.start_approved(at=later)
        assert not Payout.objects.filter(pk=payout.pk).exists()
    assert desk.paid(ravi.seller) == 0
    assert desk.faults() == []
