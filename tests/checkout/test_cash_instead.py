"""An order that waits for its payment is paid at the door instead."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.checkout import services as checkout
from haat.core import clock
from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.orders.models import Order
from haat.payments import circuit
from haat.payments.models import Payment, Refund, Transfer
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand
from tests.books.conftest import Account, account, deliver, verified
from tests.checkout.steps import settled
from tests.checkout.test_discounts import promotion
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["account"]
FEE = 4_900


def unpaid(shop: Shop) -> tuple[dict[str, Any], str, int]:
    shop.fill(shop.serum)
    placed = shop.order()
    order = placed["data"]["order"]
    return placed, str(order["number"]), int(order["total"]["minor"])


def change(shop: Shop, number: str, total: int) -> dict[str, Any]:
    return dict(shop.asha.post(f"orders/{number}/cash", {"expected_total_minor": total}))


def test_it_is_placed_with_the_fee_and_goes_the_way_of_cash(shop: Shop, ravi: Any) -> None:
    promotion(shop, percent_bp=733, brand_bp=5_000, seller_ids=[ravi.seller.pk])
    _, number, total = unpaid(shop)
    shown = shop.asha.get(f"orders/{number}/cash")["data"]
    assert (shown["problems"], shown["cod_fee"]["minor"], shown["total"]["minor"]) == ([], FEE, total + FEE)
    told = change(shop, number, total)
    assert (shop.asha.status, told["error"]["code"]) == (409, "price_changed")
    for _ in range(2):  # asked twice, placed once
        done = change(shop, number, total + FEE)["data"]
        assert (done["status"], done["how_paid"], done["total"]["minor"]) == ("placed", "on_delivery", total + FEE)
    settled(shop)
    with brand_scope(shop.brand):
        order = Order.objects.get()
        assert (order.payment_method, order.cod_fee_minor) == ("cod", FEE)
        cash, online = Payment.objects.get(provider="cod"), Payment.objects.get(provider="razorpay")
        assert (cash.amount_minor, online.is_stray) == (total + FEE, True)
        assert not Transfer.objects.exists()
        stock = Stock.objects.get(offer=shop.serum)
        assert (stock.on_hand, stock.reserved) == (3, 0)
    assert shop.asha.get("cart")["data"]["lines"] == []
    for again in (shop.asha.post(f"orders/{number}/payments"), change(shop, number, 1)):
        assert "error" in again or again["data"]["status"] == "placed"
    deliver(shop, number, ravi)
    with brand_scope(shop.brand):
        assert ledger.balance("cod_receivable") == total + FEE
        assert Payment.objects.get(provider="cod").status == "captured"
    assert verified(shop.brand).faults == []


@pytest.mark.parametrize("by", ["the hosted page", "a client"])
def test_money_that_is_captured_afterwards_goes_back_by_itself(
    shop: Shop, account: Account, ravi: Any, by: str
) -> None:
    account.top_up(1_000_000)
    placed, number, total = unpaid(shop)
    change(shop, number, total + FEE)
    callback = shop.pay(placed)  # its page was still open
    assert callback
    if by == "a client":
        told = shop.asha.post(f"orders/{number}/payment-confirmation", callback)
        assert told["data"]["status"] == "placed"
    else:
        with brand_scope(shop.brand):
            ref = Payment.objects.get(provider="razorpay").return_ref
        back = Api("customer", shop.brand).client
        back.post(f"/payments/razorpay/return/{ref}", callback, headers={"Sec-Fetch-Site": "cross-site"})
    settled(shop)
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
        assert (refund.status, refund.amount_minor, refund.reason) == ("processed", total, "The order is paid in cash")
        assert (ledger.balance("suspense"), ledger.balance("order_holding")) == (0, 0)
        assert Order.objects.get().status == "placed"
    account.run()
    assert account.breaks() == {}
    deliver(shop, number, ravi)
    assert verified(shop.brand).faults == []


def test_what_was_paid_already_is_not_paid_again_in_cash(shop: Shop) -> None:
    """Neither its message nor its customer came back; the provider is asked first."""
    placed, number, total = unpaid(shop)
    assert shop.pay(placed)
    told = change(shop, number, total + FEE)
    assert (shop.asha.status, told["error"]["code"]) == (409, "nothing_to_pay")
    settled(shop)
    with brand_scope(shop.brand):
        order = Order.objects.get()
        assert (order.status, order.payment_method, order.total_minor) == ("placed", "razorpay", total)
        assert Payment.objects.count() == 1
    assert verified(shop.brand).faults == []


def test_promised_money_is_waited_for(shop: Shop) -> None:
    _, number, total = unpaid(shop)
    with brand_scope(shop.brand):
        Payment.objects.update(status="authorised")
    told = change(shop, number, total + FEE)
    assert (shop.asha.status, told["error"]["code"]) == (409, "payment_under_way")
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "awaiting_payment"
        assert not Payment.objects.filter(is_stray=True).exists()


def test_while_the_provider_is_out_it_is_offered_and_can_be_had(shop: Shop) -> None:
    shop.fill(shop.serum)
    shop.provider.sim("faults", kind="500", path="/v1/orders", times=circuit.FAILURES_MAX)
    placed = shop.order()
    number, total = str(placed["data"]["order"]["number"]), int(placed["data"]["order"]["total"]["minor"])
    for _ in range(circuit.FAILURES_MAX):
        said = shop.asha.post(f"orders/{number}/payments")["data"]["message"]
    assert said.endswith("Your order is kept. Or pay ₹1,126.00 in cash when it arrives."), said
    assert change(shop, number, total + FEE)["data"]["status"] == "placed"
    circuit.forget()
    settled(shop)
    assert verified(shop.brand).faults == []


@pytest.mark.parametrize(
    ("policy", "words"), [({"cod": False}, "not offered"), ({"cod_cap_minor": 100_000}, "too large")]
)
def test_where_it_is_not_to_be_had_it_is_not_offered(shop: Shop, policy: dict[str, Any], words: str) -> None:
    _, number, total = unpaid(shop)
    brand = Brand.objects.get(pk=shop.brand.pk)
    brand.settings["policies"] |= policy
    brand.save(update_fields=["settings"])
    from haat.tenancy import hosts

    hosts.forget()
    assert words in shop.asha.get(f"orders/{number}/cash")["data"]["problems"][0]
    shop.provider.sim("faults", kind="500", path="/v1/orders", times=1)
    told = change(shop, number, total + FEE)
    assert (shop.asha.status, told["error"]["code"]) == (409, "cannot_order")
    with brand_scope(shop.brand):
        order = Order.objects.get()
        assert (order.status, order.payment_method, order.total_minor) == ("awaiting_payment", "razorpay", total)
        order_said = checkout.payment_view(brand=brand, order=order)["message"]
    assert "cash" not in order_said


def test_an_order_that_ended_is_not_brought_back(shop: Shop) -> None:
    _, number, total = unpaid(shop)
    with brand_scope(shop.brand):
        assert checkout.expire_unpaid(at=clock.now() + timedelta(minutes=16)) == 1
    told = change(shop, number, total + FEE)
    assert (shop.asha.status, told["error"]["code"]) == (409, "nothing_to_pay")
    with brand_scope(shop.brand):
        assert Order.objects.get().status == "expired"
        assert Stock.objects.get(offer=shop.serum).on_hand == 5


def test_goods_that_others_bought_meanwhile_are_not_promised(shop: Shop) -> None:
    _, number, total = unpaid(shop)
    with brand_scope(shop.brand):
        from haat.inventory import services as inventory

        inventory.release(reference=Order.objects.get().pk, at=clock.now(), state="expired")
        Stock.objects.filter(offer=shop.serum).update(on_hand=1)
    told = change(shop, number, total + FEE)
    assert (shop.asha.status, told["error"]["code"]) == (409, "out_of_stock")
    with brand_scope(shop.brand):
        order = Order.objects.get()
        assert (order.status, order.payment_method, order.total_minor) == ("awaiting_payment", "razorpay", total)
        assert not Payment.objects.filter(is_stray=True).exists()


def test_nobody_elses_order_can_be_changed(shop: Shop, ben: Any) -> None:
    _, number, total = unpaid(shop)
    other = Api("customer", shop.brand, ben.user)
    for told in (
        other.get(f"orders/{number}/cash"),
        other.post(f"orders/{number}/cash", {"expected_total_minor": total}),
    ):
        assert (other.status, told["error"]["code"]) == (404, "not_found")
    for wrong in (-1, 10**16, "1.5", 1.5, None):
        shop.asha.post(f"orders/{number}/cash", {"expected_total_minor": wrong})
        assert shop.asha.status == 422, wrong
    run_jobs(shop.brand)
