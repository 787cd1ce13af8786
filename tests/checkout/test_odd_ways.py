"""Orders of events that random plays found: each once more, by itself."""

from __future__ import annotations

from typing import Any

from haat.ledger import queries as ledger
from haat.orders.models import Order, SellerOrder
from haat.payments.models import Payment
from haat.payments.services import adopt
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved, settled
from tests.razorpay_simulator.server import KEY
from tests.support import run_jobs


def test_one_part_of_an_unpaid_order_is_not_called_off_alone(shop: Shop) -> None:
    """It is paid as a whole: the rest would be paid for, and the part as well."""
    shop.fill()
    number = shop.order()["data"]["order"]["number"]
    with brand_scope(shop.brand):
        part = SellerOrder.objects.filter(order__number=number).order_by("number")[0].number
    refused = shop.asha.post(f"orders/{number}/cancellation", {"seller_order": part, "reason": "No"}, key="c1")
    assert (shop.asha.status, refused["error"]["code"]) == (409, "order_not_cancellable")
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "No"}, key="c2")
    assert shop.asha.status == 200
    with brand_scope(shop.brand):
        assert Order.objects.get(number=number).status == "cancelled"


def test_coming_back_to_an_order_that_was_paid_and_called_off_is_no_error(shop: Shop) -> None:
    shop.fill()
    placed = shop.order()
    callback, number = shop.pay(placed), placed["data"]["order"]["number"]
    assert callback
    shop.come_back(number, callback)
    run_jobs(shop.brand)
    shop.provider.sim(
        "balances", key_id=KEY, amount=50_000
    )  # its fees are gone: a whole refund needs more than came in
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "No"}, key="c1")
    assert shop.come_back(number, callback).status_code < 400
    settled(shop)
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        assert (payment.refunded_minor, ledger.balance("refund_payable"), ledger.balance("suspense")) == (
            payment.amount_minor,
            0,
            0,
        )
    proved(shop.brand)


def test_money_beside_an_order_is_not_what_its_customer_comes_back_from(shop: Shop) -> None:
    """The browser returns after a second payment was found: it is still the first one that was asked for."""
    shop.fill()
    placed = shop.order()
    callback, number = shop.pay(placed), placed["data"]["order"]["number"]
    assert callback
    with brand_scope(shop.brand):
        first = Payment.objects.get()
        entity: dict[str, Any] = {"id": "pay_00000000000001", "amount": first.amount_minor, "currency": "INR"}
        adopt(entity=entity, beside=first, at=first.created_at)
    shop.asha.post(f"orders/{number}/payment-confirmation", callback)
    assert shop.asha.status == 200, shop.asha.response.content
    with brand_scope(shop.brand):
        assert Order.objects.get(number=number).status == "placed"
