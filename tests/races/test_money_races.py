"""Two things that would move the same money, at the same moment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.books import services as books
from haat.checkout import services as checkout
from haat.checkout.services import to_cash
from haat.commissions import services as commissions
from haat.core import clock, jobs
from haat.core.errors import DomainError
from haat.core.models import Job
from haat.fulfilment import services as fulfilment
from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.orders import services as order_services
from haat.orders.models import Order, SellerOrder
from haat.orders.types import Taken
from haat.payments import services as payments
from haat.payments.models import Payment, Refund, Transfer
from haat.payouts import services as payouts
from haat.payouts.models import Payout
from haat.tenancy.context import brand_scope
from tests.razorpay_simulator.server import KEY
from tests.support import run_jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.races.conftest import Counter

TOTAL, FEE = 57_900, 4_900


def ordered(counter: Counter) -> Any:
    """An order that waits for its payment, with the provider's order made."""
    order = counter.place(0, counter.cart(0), TOTAL, method="razorpay")
    checkout.payment_view(brand=counter.brand, order=order)
    return order


def paid_at_the_provider(counter: Counter) -> Any:
    order = ordered(counter)
    payment = Payment.objects.get(reference=order.pk)
    counter.provider.sim("pay", order=payment.provider_order_id, method="upi", outcome="success")
    return payment


def settled(counter: Counter) -> None:
    run_jobs(counter.brand)
    counter.provider.idle()
    with brand_scope(counter.brand):
        jobs.enqueue("payments.reconcile")
    run_jobs(counter.brand)


def holds(counter: Counter) -> None:
    with brand_scope(counter.brand):
        assert books.verify(at=clock.now()).faults == []


@pytest.mark.parametrize("times", [1, 3])
def test_letting_go_of_an_unpaid_order_and_its_capture_have_one_winner(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]], times: int
) -> None:
    """The money placed the order, or it went back: never both, never neither."""
    counter = people(1)
    with brand_scope(counter.brand):
        payment = paid_at_the_provider(counter)
    late = clock.now() + timedelta(minutes=16)

    def confirm() -> None:
        found = payments.sync(payment=Payment.objects.get(pk=payment.pk), at=clock.now())
        checkout.confirm_payment(payment=found, at=clock.now())

    done = at_once(*[lambda: checkout.expire_unpaid(at=late)] * times, *[confirm] * times)
    assert not [one for one in done if isinstance(one, Exception)], done
    settled(counter)
    with brand_scope(counter.brand):
        order, stock = Order.objects.get(), Stock.objects.get(offer=counter.offer)
        back = sum(Refund.objects.filter(status="processed").values_list("amount_minor", flat=True))
        assert (order.status, back, stock.on_hand) in {("placed", 0, 0), ("expired", TOTAL, 1)}
        assert stock.reserved == 0
    holds(counter)


@pytest.mark.parametrize(("times", "behind"), [(1, 0), (1, 6), (1, 10), (1, 40), (3, 8)])
def test_choosing_cash_and_a_capture_have_one_winner(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]], times: int, behind: int
) -> None:
    """It is paid online and cash is refused, or in cash and the money goes back; the books balance either way."""
    counter = people(1)
    with brand_scope(counter.brand):
        payment = paid_at_the_provider(counter)
        order = Order.objects.get()
        counter.brand.settings["policies"]["cod"] = True
    counter.provider.sim("balances", key_id=KEY, amount=1_000_000)  # all goes back, although its fee is gone
    entity = counter.provider.client.order.payments(payment.provider_order_id)["items"][0]

    # Each is asked for first and told nothing, as in an outage: only the rows decide.
    counter.provider.sim("faults", kind="500", method="GET", path="/v1/orders/*/payments", times=times)

    def choose() -> Any:
        with brand_scope(counter.brand):
            return to_cash.pay_in_cash(brand=counter.brand, order=order, expected_minor=TOTAL + FEE, at=clock.now())

    def hear() -> None:
        """The provider's message, as it is worked on; it asks as often before that, so that each side is sometimes first."""
        for _ in range(behind):
            counter.provider.client.order.fetch(payment.provider_order_id)
        found = payments.record(payment_id=str(payment.pk), entity=entity, at=clock.now())
        checkout.confirm_payment(payment=found, at=clock.now())

    done = at_once(*[choose] * times, *[hear] * times)
    odd = [one for one in done if isinstance(one, Exception) and not isinstance(one, DomainError)]
    assert not odd, odd
    settled(counter)
    with brand_scope(counter.brand):
        order.refresh_from_db()
        back = sum(Refund.objects.filter(status="processed").values_list("amount_minor", flat=True))
        kinds = sorted(Payment.objects.filter(is_stray=False).values_list("provider", flat=True))
        ways = {
            ("placed", "razorpay", TOTAL, 0, ("razorpay",)),
            ("placed", "cod", TOTAL + FEE, TOTAL, ("cod",)),
        }
        assert (order.status, order.payment_method, order.total_minor, back, tuple(kinds)) in ways
        stock = Stock.objects.get(offer=counter.offer)
        assert (stock.on_hand, stock.reserved) == (0, 0)
    holds(counter)


def completed(counter: Counter) -> tuple[Any, Any]:
    """A paid, delivered part whose return window is over, with its payout due; returns it and the moment."""
    with brand_scope(counter.brand):
        payment = paid_at_the_provider(counter)
        payments.sync(payment=payment, at=clock.now())
    settled(counter)
    with brand_scope(counter.brand):
        part = SellerOrder.objects.get()
        for verb in (fulfilment.accept, fulfilment.ship, fulfilment.deliver):
            more: dict[str, Any] = {
                fulfilment.ship: {"carrier": "Own", "tracking_number": "1"}, fulfilment.deliver: {"return_window_days": 7},
            }.get(verb, {})  # fmt: skip
            part = verb(part=part, at=clock.now(), **more)
    run_jobs(counter.brand)
    later = clock.now() + timedelta(days=9)
    with brand_scope(counter.brand):
        fulfilment.close_ripe_parts(at=later)
    run_jobs(counter.brand)
    return part, later


def test_two_payout_runs_at_once_pay_once(people: Callable[[int], Counter], at_once: Callable[..., list[Any]]) -> None:
    counter = people(1)
    _, later = completed(counter)
    done = at_once(*[lambda: payouts.release_due(at=later)] * 4)
    assert not [one for one in done if isinstance(one, Exception)], done
    settled(counter)
    with brand_scope(counter.brand):
        payout, share = Payout.objects.get(), Transfer.objects.get()
        assert (payout.status, share.status, payout.amount_minor) == ("paid", "released", share.amount_minor)
        assert ledger.balance(f"payout_in_transit:{counter.seller.pk}") == 0
    holds(counter)


def test_a_refund_and_the_payout_of_the_same_part_leave_the_books_whole(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    """A part comes back while it is paid out: the seller has the money and owes it, or was not paid; never twice, never lost."""
    counter = people(1)
    part, later = completed(counter)
    done = at_once(lambda: payouts.release_due(at=later), lambda: commissions.reverse(part_id=part.pk, at=later))
    assert not [one for one in done if isinstance(one, Exception)], done
    settled(counter)
    with brand_scope(counter.brand):
        assert Job.objects.filter(brand_id=counter.brand.pk, failed_at__isnull=False).count() == 0
        assert Payout.objects.filter(status="in_transit").count() == 0
    holds(counter)


def test_money_that_goes_back_while_its_part_is_paid_out_is_paid_once_and_owed_by_the_seller(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    """A whole claim with its refund and the reversal at the provider, again and again beside the payout."""
    counter = people(1)
    part, later = completed(counter)
    counter.provider.sim("balances", amount=100_000)  # the provider kept its fee, so the payment cannot go back whole
    with brand_scope(counter.brand):
        wanted = [Taken(part.lines.get().pk, 1)]
    claim: dict[str, Any] = {
        "cause": "claim",
        "reason": "It broke",
        "key": "claim-1",
        "at": later,
        "shipping_minor": None,
    }
    done = at_once(
        lambda: payouts.release_due(at=later), lambda: order_services.credit_part(part=part, lines=wanted, **claim),
        lambda: payouts.release_due(at=later), lambda: order_services.credit_part(part=part, lines=wanted, **claim),
    )  # fmt: skip
    assert not [one for one in done if isinstance(one, Exception)], done
    assert done[1].pk == done[3].pk
    settled(counter)
    with brand_scope(counter.brand):
        refund, share = Refund.objects.get(), Transfer.objects.get()
        assert (refund.status, refund.amount_minor) == ("processed", done[1].customer_minor)
        assert Payout.objects.filter(status="in_transit").count() == 0
        assert Job.objects.filter(brand_id=counter.brand.pk, failed_at__isnull=False).count() == 0
        paid = sum(payout.amount_minor for payout in Payout.objects.filter(status="paid"))
        owed = ledger.balance(seller_payable(counter.seller.pk))
        assert paid in {0, share.amount_minor}
        assert owed <= 0, "nothing is left of a sale that went back, but what was paid out for it"
    holds(counter)


def test_a_part_is_sent_or_called_off_and_never_both(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    """Two who call off the same unit, and the seller who sends it."""
    counter = people(1)
    with brand_scope(counter.brand):
        payment = paid_at_the_provider(counter)
        payments.sync(payment=payment, at=clock.now())
    settled(counter)
    with brand_scope(counter.brand):
        part = SellerOrder.objects.get()
        line = part.lines.get().pk
        fulfilment.accept(part=part, at=clock.now())

    def call_off(key: str) -> Any:
        wanted = [Taken(line, 1)]
        return order_services.cancel_lines(part=part, lines=wanted, by_seller=False, reason="", key=key, at=clock.now())

    done = at_once(
        lambda: call_off("a"), lambda: call_off("b"),
        lambda: fulfilment.ship(part=part, carrier="Own", tracking_number="", at=clock.now()),
    )  # fmt: skip
    assert sum(isinstance(one, Exception) for one in done) == 2, done
    assert all(isinstance(one, DomainError) for one in done if isinstance(one, Exception)), done
    settled(counter)
    with brand_scope(counter.brand):
        part.refresh_from_db()
        is_gone = part.status == "cancelled"
        assert (part.called_off_units, Refund.objects.count()) == ((1, 1) if is_gone else (0, 0))
        assert Stock.objects.get(offer=counter.offer).on_hand == (1 if is_gone else 0)
    holds(counter)


@pytest.mark.parametrize("is_opened_now", [True, False])
def test_however_many_ask_to_pay_at_once_the_provider_makes_one_order(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]], *, is_opened_now: bool
) -> None:
    """Just placed and asked for again in other tabs, or asked for again after an answer that was lost."""
    counter = people(1)
    with brand_scope(counter.brand):
        order = counter.place(0, counter.cart(0), TOTAL, method="razorpay")
        if not is_opened_now:
            Payment.objects.update(registering_at=None)

    def again() -> Any:
        return checkout.payment_view(brand=counter.brand, order=Order.objects.get(pk=order.pk))

    first = [lambda: checkout.payment_view(brand=counter.brand, order=order)] if is_opened_now else []
    done = at_once(*first, *[again] * 4)
    assert not [one for one in done if isinstance(one, Exception)], done
    with brand_scope(counter.brand):
        payment = Payment.objects.get()
        listed = payments.client().call(lambda sdk: sdk.order.all({"receipt": payment.reference_number}))["items"]
    made = [
        one["id"] for one in listed if one["notes"]["payment"] == str(payment.pk)
    ]  # numbers are used by other tests
    assert made == [payment.provider_order_id]
    assert {one["provider_order_id"] for one in done} == {payment.provider_order_id}
