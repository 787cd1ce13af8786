"""Paying again: by another method, with more time, beside money that comes late; what is taken is taken once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.checkout import services as checkout
from haat.core import clock
from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.orders.models import Order
from haat.payments.models import Payment
from haat.payments.services import client, record
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved, settled

LATE_AUTH_SECONDS = 6


def by_card(shop: Shop, placed: dict[str, Any], outcome: str = "success") -> dict[str, Any]:
    order = placed["data"]["payment"]["provider_order_id"]
    found: dict[str, Any] = shop.provider.sim("pay", order=order, method="card", outcome=outcome)["callback"]
    return found


def states(shop: Shop, placed: dict[str, Any]) -> dict[str, str]:
    """What the provider says became of each payment of this order."""
    with brand_scope(shop.brand):
        found = client().call(lambda sdk: sdk.order.payments(placed["data"]["payment"]["provider_order_id"]))
    return {one["id"]: one["status"] for one in found["items"]}


def test_what_the_bank_allows_late_is_not_taken_beside_what_paid(shop: Shop) -> None:
    """It fails by one method, is paid by another, and then the first says yes after all."""
    shop.fill()
    placed = shop.order()
    number = placed["data"]["order"]["number"]
    assert shop.pay(placed, "late_auth") is None
    assert shop.asha.post(f"orders/{number}/payments")["data"]["status"] == "failed"
    shop.come_back(number, by_card(shop, placed))
    with brand_scope(shop.brand):
        assert (Order.objects.get().status, Payment.objects.get().method) == ("placed", "card")
    shop.provider.sim("clock", advance_seconds=LATE_AUTH_SECONDS)
    settled(shop)
    assert sorted(states(shop, placed).values()) == ["authorized", "captured"], "nobody took the late one"
    with brand_scope(shop.brand):
        assert Payment.objects.get().refunded_minor == 0
        assert (ledger.balance("suspense"), Order.objects.get().status) == (0, "placed")
    proved(shop.brand)


def test_what_is_only_allowed_is_not_taken_beside_what_was_taken(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    number = placed["data"]["order"]["number"]
    shop.pay(placed, "authorize")
    callback = by_card(shop, placed, "capture")
    shop.provider.sim("faults", kind="500", method="POST", path="/v1/payments/*/capture", times=5)
    answer = shop.asha.post(f"orders/{number}/payment-confirmation", callback)
    assert (shop.asha.status, answer["data"]["status"]) == (200, "placed")
    found = states(shop, placed)
    assert found.pop(callback["razorpay_payment_id"]) == "captured"
    assert set(found.values()) == {"authorized"}


def test_who_tries_again_has_once_as_much_time_again(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    number, begun = placed["data"]["order"]["number"], clock.now()
    with brand_scope(shop.brand):
        for minutes in (10, 20):
            at = begun + timedelta(minutes=minutes)
            checkout.pay_again(brand=shop.brand, order=Order.objects.get(number=number), at=at)
            assert checkout.expire_unpaid(at=at) == 0
            assert Order.objects.get().reserved_until == begun + timedelta(minutes=25)
            assert Stock.objects.get(offer=shop.serum).reserved == 2
    with brand_scope(shop.brand):
        assert checkout.expire_unpaid(at=begun + timedelta(minutes=27)) == 1
        assert Stock.objects.get(offer=shop.serum).reserved == 0


@pytest.mark.parametrize("wrong", [{"currency": "USD"}, {"amount": 1}])
def test_money_of_another_kind_or_amount_pays_nothing(shop: Shop, wrong: dict[str, Any]) -> None:
    shop.fill()
    shop.order()
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        said = {
            "id": "pay_00000000000001", "status": "captured", "captured": True,
            "amount": payment.amount_minor, "currency": "INR",
        }  # fmt: skip
        record(payment_id=str(payment.pk), entity=said | wrong, at=clock.now())
        assert (Payment.objects.get().is_captured, Order.objects.get().status) == (False, "awaiting_payment")


@pytest.mark.parametrize("quantity", [-1, 0, 1.5, 10**12, "many", None, True, [1]])
def test_a_quantity_that_is_none_is_refused_and_nothing_is_in_the_cart(shop: Shop, quantity: Any) -> None:
    answer = shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": quantity})
    assert (shop.asha.status, answer["error"]["code"]) == (422, "invalid"), answer
    assert "quantity" in answer["error"]["details"], answer
    assert shop.asha.get("cart")["data"]["count"] == 0
