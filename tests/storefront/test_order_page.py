"""What an order's page says of money and of giving back, in each state."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.core import clock
from haat.orders.models import Order, SellerOrder
from haat.tenancy.context import brand_scope
from tests.reviews.conftest import deliver

if TYPE_CHECKING:
    from tests.storefront.conftest import Visitor


@pytest.fixture
def at_home(visitor: Visitor, asha: Any) -> Visitor:
    visitor.sign_in("asha@example.com")
    return visitor


def ordered(brand: Any, person: Any, offer: Any, status: str = "delivered") -> SellerOrder:
    with brand_scope(brand):
        return deliver(person.customer, offer, status=status)


@pytest.mark.parametrize("method", ["razorpay", "cod"])
def test_an_order_that_ended_unpaid_does_not_say_who_paid_it(
    at_home: Visitor, aster: Any, asha: Any, goods: Any, method: str
) -> None:
    part = ordered(aster, asha, goods["bowl"], "placed")
    due = "To pay on delivery" if method == "cod" else "Paid online"
    said = {
        "placed": ["Paid by gift card", due], "awaiting_payment": ["Paid by gift card", "To pay"], "expired": [],
    }  # fmt: skip
    with brand_scope(aster):
        SellerOrder.objects.update(gift_card_minor=20_000)
    for status, words in said.items():
        with brand_scope(aster):
            Order.objects.update(status=status, payment_method=method, gift_card_minor=20_000)
        sums = at_home.open(f"/orders/{part.order.number}").partition('<dl class="sums">')[2].partition("</dl>")[0]
        assert re.findall("<dt>((?:Total|To pay|Paid)[^<]*)", sums) == ["Total", *words], status
    with brand_scope(aster):
        Order.objects.update(status="cancelled")
    sums = at_home.open(f"/orders/{part.order.number}").partition('<dl class="sums">')[2].partition("</dl>")[0]
    ends = re.findall("<dt>((?:Total|To pay|Paid|Nothing)[^<]*)</dt><dd>([^<]*)", sums)
    assert ends == [("Nothing to pay" if method == "cod" else "Total", "₹0.00")]


def test_the_last_day_of_a_return_is_said_until_it_is_over(at_home: Visitor, aster: Any, asha: Any, goods: Any) -> None:
    part = ordered(aster, asha, goods["bowl"])
    shown = {}
    for days in (3, 20, 40):  # returns for 7 days, claims for 30
        at = clock.now() - timedelta(days=days)
        with brand_scope(aster):
            SellerOrder.objects.update(delivered_at=at, return_until=at + timedelta(days=7))
        text = at_home.open(f"/orders/{part.order.number}")
        shown[days] = [
            "can be returned until" in text,
            ">Return or report a problem<" in text,
            ">Report a problem<" in text,
        ]
    assert shown == {3: [True, True, False], 20: [False, False, True], 40: [False, False, False]}
