"""Asking the provider without a message: everybody's turn comes, and one that gives no answer holds nobody up."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.checkout import services as checkout
from haat.core import clock
from haat.inventory.models import Stock
from haat.orders.models import Order
from haat.payments import services as payments
from haat.payments.models import Payment
from haat.payments.services import asking
from haat.tenancy.context import brand_scope
from tests.checkout.steps import proved, settled

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

SOON = timedelta(minutes=1)


def ordered(shop: Shop) -> dict[str, Any]:
    with brand_scope(shop.brand):
        Stock.objects.filter(offer=shop.serum).update(on_hand=100)
        key = f"key-{Order.objects.count()}"
    shop.fill(shop.serum)
    return shop.order(key=key)


def stop_answering(shop: Shop, placed: dict[str, Any]) -> None:
    order = placed["data"]["payment"]["provider_order_id"]
    shop.provider.sim("faults", kind="500", method="GET", path=f"/v1/orders/{order}/payments", times=1)


def test_many_that_nobody_pays_do_not_keep_the_paid_one_waiting(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "A_ROUND", 2)
    for _ in range(3):
        ordered(shop)
    last = ordered(shop)
    shop.pay(last)  # and neither the browser comes back nor a message comes
    at = clock.now() + SOON
    with brand_scope(shop.brand):
        assert payments.sync_open(at=at) == 2
        assert not Payment.objects.filter(status="captured").exists()
        assert payments.sync_open(at=at) == 2
        assert payments.sync_open(at=at) == 0, "no turn comes twice in one moment"
    settled(shop)
    with brand_scope(shop.brand):
        assert Order.objects.get(number=last["data"]["order"]["number"]).status == "placed"
    proved(shop.brand)


def test_the_older_the_payment_the_rarer_the_question(shop: Shop) -> None:
    ordered(shop)
    begun = clock.now()
    with brand_scope(shop.brand):
        looks = range(1, 8 * 60, 3)
        asked = [minutes for minutes in looks if payments.sync_open(at=begun + timedelta(minutes=minutes))]
    waits = [later - sooner for sooner, later in itertools.pairwise(asked)]
    assert asked[0] == 1
    assert len(asked) < 40
    assert all(wait <= sooner / asking.LESS_OFTEN + looks.step for sooner, wait in zip(asked, waits, strict=False))


def test_no_answer_about_one_does_not_stop_the_round(shop: Shop) -> None:
    first, second = ordered(shop), ordered(shop)
    shop.pay(second)
    stop_answering(shop, first)
    at = clock.now() + SOON
    with brand_scope(shop.brand):
        with pytest.raises(payments.GatewayUnknown):
            payments.sync_open(at=at)
        assert Payment.objects.filter(status="captured").count() == 1
        assert payments.sync_open(at=at + timedelta(seconds=25)) == 1, "it is asked for again soon"


def test_no_answer_about_one_order_does_not_keep_the_goods_of_the_next(shop: Shop) -> None:
    first, second = ordered(shop), ordered(shop)
    stop_answering(shop, first)
    late = clock.now() + timedelta(minutes=20)
    with brand_scope(shop.brand):
        with pytest.raises(payments.GatewayUnknown):
            checkout.expire_unpaid(at=late)
        ended = Order.objects.get(status="expired")
        assert ended.number == second["data"]["order"]["number"]
        assert checkout.expire_unpaid(at=late) == 1


def test_with_wrong_keys_nobodys_order_is_let_go_and_nobodys_turn_passes(shop: Shop, settings: Any) -> None:
    placed, secret = ordered(shop), settings.RAZORPAY_KEY_SECRET
    shop.pay(placed)
    late = clock.now() + timedelta(minutes=20)
    settings.RAZORPAY_KEY_SECRET = "wrong"
    with brand_scope(shop.brand):
        for asks in (checkout.expire_unpaid, payments.sync_open):
            with pytest.raises(payments.KeysRefused):
                asks(at=late)
        assert Order.objects.get().status == "awaiting_payment"
        settings.RAZORPAY_KEY_SECRET = secret
        assert payments.sync_open(at=late + asking.ASK_AFTER) == 1
        assert checkout.expire_unpaid(at=late) == 0
        assert Order.objects.get().status == "placed"


def test_a_clock_that_was_moved_makes_no_payment_old(shop: Shop) -> None:
    ordered(shop)
    moved = timedelta(days=8)
    with brand_scope(shop.brand):
        assert payments.sync_open(at=clock.now() + moved + SOON, moved=moved) == 1
        assert payments.sync_open(at=clock.now() + moved + SOON) == 0, "by that clock it is too old"


def test_who_wants_to_pay_again_is_told_that_nobody_can_tell(shop: Shop, settings: Any) -> None:
    number = ordered(shop)["data"]["order"]["number"]
    settings.RAZORPAY_KEY_SECRET = "wrong"
    answer = shop.asha.post(f"orders/{number}/payments", {})
    assert (shop.asha.status, answer["error"]["code"]) == (503, "payment_provider_down")
