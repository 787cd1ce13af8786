"""What a dispute does to the money: held while it is open, taken when it is lost, never paid twice, always in the books."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.core.models import Job
from haat.disputes import services as disputes
from haat.ledger import queries as ledger
from haat.ledger.chart import GATEWAY
from haat.orders import services as order_services
from haat.orders.models import Credit
from haat.orders.types import Taken
from haat.payments.models import DisputeShare, Payment, Refund
from haat.payouts.models import PartHold, Payout, PayoutLine
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, pay_out, verified
from tests.checkout.steps import settled
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop
    from tests.disputes.conftest import Bank


def test_while_it_is_open_the_sellers_concerned_wait_and_a_won_one_lets_go(
    shop: Shop, bank: Bank, ravi: Any, meera: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    asked = bank.asks(amount=60_000, deduct=True)
    bank.tells(asked)
    with brand_scope(shop.brand):
        parts = {part_of(number, person.seller).pk: part_of(number, person.seller) for person in (ravi, meera)}
        held = {row.part_id: row.amount_minor for row in PartHold.objects.filter(released_at=None)}
        assert sum(held.values()) == 60_000
        assert sorted(held, key=lambda pk: held[pk]) == sorted(parts, key=lambda pk: parts[pk].total_minor)
        assert ledger.balance("disputed") == 60_000
    later = clock.now() + timedelta(days=9)
    pay_out(shop, later)
    with brand_scope(shop.brand):
        assert not PayoutLine.objects.exists()
    assert verified(shop.brand).faults == []
    bank.tells(bank.decides(asked, "won"), "won")
    bank.tells(asked, "created", event_id="late")  # an old message after the end reopens nothing
    pay_out(shop, later)
    with brand_scope(shop.brand):
        assert not PartHold.objects.filter(released_at=None).exists()
        assert set(Payout.objects.values_list("status", flat=True)) == {"paid"}
        assert ledger.balance("disputed") == 0
        assert ledger.balance(GATEWAY) == bank.account.balance()
    assert verified(shop.brand).faults == []
    bank.account.run(at=clock.now() + timedelta(minutes=1), deep=True)
    assert bank.account.breaks() == {}


def test_one_that_is_heard_of_when_it_is_won_already_holds_nothing(shop: Shop, bank: Bank) -> None:
    shop.paid()
    bank.tells(bank.decides(bank.asks(amount=45_001), "won"), "won")
    assert bank.case().state == "won"
    with brand_scope(shop.brand):
        assert PartHold.objects.count() == 2
        assert not PartHold.objects.filter(released_at=None).exists()


def test_a_lost_one_that_the_brand_bears_is_its_loss_and_the_sellers_are_paid(
    shop: Shop, bank: Bank, ravi: Any, meera: Any, nia: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    asked = bank.asks(amount=45_001)
    bank.account.run()  # no message came: it is found by asking
    lost = bank.decides(asked, "lost")
    for event in ("a", "b"):
        bank.tells(lost, "lost", event_id=event)
    case = bank.case()
    assert case.state == "lost"
    with brand_scope(shop.brand):
        assert PartHold.objects.filter(released_at=None).count() == 2
        assert ledger.balance("disputed") == 45_001
    admin = Api("admin", shop.brand, nia.user)
    admin.post(f"disputes/{case.pk}/bearing", {"bearer": "brand", "note": "Our parcel service lost it"})
    assert admin.status == 200, admin.response.content
    run_jobs(shop.brand)
    pay_out(shop, clock.now() + timedelta(days=9))
    with brand_scope(shop.brand):
        assert (ledger.balance("disputed"), ledger.balance("chargeback_loss")) == (0, 45_001)
        assert set(Payout.objects.values_list("status", flat=True)) == {"paid"}
        assert ledger.balance(GATEWAY) == bank.account.balance()
    assert verified(shop.brand).faults == []
    with brand_scope(shop.brand):  # later the seller agrees that it came broken: the loss is no longer the brand's
        part = part_of(number, ravi.seller)
        minor = DisputeShare.objects.get(reference=part.pk).amount_minor
        taken = [Taken(line_id=part.lines.get().pk, quantity=0, amount_minor=minor)]
        order_services.credit_part(part=part, lines=taken, cause="claim", reason="Broken", key="late", at=clock.now())
    settled(shop)
    with brand_scope(shop.brand):
        assert Refund.objects.get().covered_minor == minor
        assert ledger.balance("chargeback_loss") == 45_001 - minor
    assert verified(shop.brand).faults == []
    assert shop.provider.get("invariant")["holds"]


def test_no_refund_goes_out_beside_an_open_dispute_and_none_twice_after_a_lost_one(
    shop: Shop, bank: Bank, ravi: Any, meera: Any
) -> None:
    number = shop.paid()
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
        payment = Payment.objects.get()
    asked = bank.asks(amount=part.total_minor)
    bank.tells(asked)
    case = bank.case()
    with brand_scope(shop.brand):
        disputes.divide(case=case, part_numbers=[part.number], at=clock.now())
    answer = shop.asha.post(f"orders/{number}/cancellation", {"reason": "Too late"}, key="c1")
    assert (shop.asha.status, answer["error"]["code"]) == (409, "payment_disputed")
    seller = Api("seller", shop.brand, ravi.user)
    seller.post(f"orders/{part.number}/decline", {"reason": "Sold out"})
    assert seller.status == 200
    settled(shop)
    with brand_scope(shop.brand):
        assert (Refund.objects.get().status, Refund.objects.get().waits) == ("pending", "dispute")
    bank.tells(bank.decides(asked, "lost"), "lost")
    settled(shop)
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
        assert (refund.status, refund.covered_minor, refund.provider_refund_id) == ("processed", part.total_minor, None)
        assert (ledger.balance("disputed"), ledger.balance("refund_payable")) == (0, 0)
        assert payment.provider_payment_id
        entity = bank.account.client.payment.fetch(payment.provider_payment_id)
    assert entity["amount_refunded"] == 0
    assert verified(shop.brand).faults == []


def test_a_refund_that_is_refused_for_a_dispute_nobody_told_us_of_waits_and_is_not_paid_twice(
    shop: Shop, bank: Bank, ravi: Any
) -> None:
    number = shop.paid()
    asked = bank.asks()
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Too late"}, key="c1")
    assert shop.asha.status == 200
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert set(Refund.objects.values_list("status", "waits", "asked_at")) == {("pending", "dispute", None)}
        assert not Job.objects.filter(name="payments.send_refund", done_at=None).exists()
    bank.tells(bank.decides(asked, "lost"), "lost")
    settled(shop)
    with brand_scope(shop.brand):
        assert all(row.covered_minor == row.amount_minor for row in Refund.objects.all())
        assert set(Refund.objects.values_list("status", "provider_refund_id")) == {("processed", None)}
        assert (ledger.balance("disputed"), ledger.balance("refund_payable")) == (0, 0)
    assert verified(shop.brand).faults == []


def test_a_refund_without_money_at_the_provider_waits_is_told_and_goes_when_money_comes(shop: Shop, bank: Bank) -> None:
    number = shop.paid()
    key = bank.account.client.auth[0]
    rows = shop.provider.get("balances")["merchants"]
    left = next(row["balance"] for row in rows if row["key_id"] == key)
    shop.provider.sim("settlements", key_id=key, amount=left)
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Changed my mind"}, key="c1")
    run_jobs(shop.brand)
    bank.account.run()
    found = bank.account.breaks()["stuck_refund"]
    assert "balance" in found.ours["failure"]
    with brand_scope(shop.brand):
        assert Refund.objects.filter(status="pending", waits="balance").exists()
    bank.account.top_up(500_000)
    bank.account.run()
    settled(shop)
    bank.account.run()
    with brand_scope(shop.brand):
        assert set(Refund.objects.values_list("status", "waits")) == {("processed", "")}
    assert bank.account.breaks() == {}
    assert verified(shop.brand).faults == []


def test_a_seller_who_bears_it_gives_back_its_share_with_its_fees_and_the_customer_gets_nothing_twice(
    shop: Shop, bank: Bank, ravi: Any, meera: Any, nia: Any
) -> None:
    """Ravi has delivered, Meera's parcel is on its way when the bank decides: she is charged when it arrives."""
    number = shop.paid()
    deliver(shop, number, ravi)
    asked = bank.asks(amount=45_001)
    bank.tells(asked)
    bank.tells(bank.decides(asked, "lost"), "lost")
    admin = Api("admin", shop.brand, nia.user)
    admin.post(f"disputes/{bank.case().pk}/bearing", {"bearer": "seller", "note": "No proof came"})
    assert admin.status == 200, admin.response.content
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        credit = Credit.objects.get()
        assert (credit.part.seller_id, credit.cause) == (ravi.seller.pk, "dispute")
        assert ledger.balance("disputed") == 45_001 - credit.customer_minor
    deliver(shop, number, meera)
    settled(shop)
    with brand_scope(shop.brand):
        assert sum(Credit.objects.values_list("customer_minor", flat=True)) == 45_001
        assert (ledger.balance("disputed"), ledger.balance("refund_payable"), ledger.balance("chargeback_loss")) == (
            0,
            0,
            0,
        )
        assert set(Refund.objects.values_list("status", "provider_refund_id")) == {("processed", None)}
    assert verified(shop.brand).faults == []
    pay_out(shop, clock.now() + timedelta(days=9))
    with brand_scope(shop.brand):
        assert set(Payout.objects.values_list("status", flat=True)) == {"paid"}
        payment = Payment.objects.get()
        assert bank.account.client.payment.fetch(str(payment.provider_payment_id))["amount_refunded"] == 0
    assert verified(shop.brand).faults == []
    assert shop.provider.get("invariant")["holds"]
