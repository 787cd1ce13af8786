"""A brand in the Emirates is paid online: dirhams in every call to the provider and in every entry, rupees nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from razorpay.errors import BadRequestError

from haat.core import clock
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.models import Account as LedgerAccount
from haat.orders.models import Order
from haat.payments import services as payments
from haat.payments.models import Payment, Refund, Transfer
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, account, deliver, pay_out, verified
from tests.checkout.steps import settled
from tests.checkout.test_second_country import dubai
from tests.documents.conftest import give_back

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["account", "dubai"]
TOTAL = 2 * 49_900 + 7_900  # AED


def at_provider(account: Account) -> dict[str, list[dict[str, Any]]]:
    """Everything that the provider has of this brand, by kind."""
    sdk = account.client
    kinds = {"order": sdk.order, "payment": sdk.payment, "transfer": sdk.transfer, "refund": sdk.refund}
    return {kind: list(door.all({"count": 100})["items"]) for kind, door in kinds.items()}


def test_from_the_order_to_the_refund_everything_is_in_dirhams(
    shop: Shop, account: Account, dubai: Shop, ravi: Any
) -> None:
    account.top_up(1_000_000)
    dubai.fill(dubai.serum)
    placed = dubai.order()
    number = str(placed["data"]["order"]["number"])
    assert placed["data"]["payment"]["amount"] == {"minor": TOTAL, "currency": "AED", "text": "AED 1,077.00"}
    callback = dubai.pay(placed, "authorize")  # so that capturing is our own call, with its currency
    if callback:
        dubai.come_back(number, callback)
    settled(dubai)
    with brand_scope(dubai.brand):
        payment, transfer = Payment.objects.get(), Transfer.objects.get()
        assert (payment.status, payment.currency, payment.amount_minor) == ("captured", "AED", TOTAL)
        assert transfer.status == "held"
        assert ledger.balance("order_holding", "AED") == TOTAL
        assert Order.objects.get().currency == "AED"
    there = at_provider(account)
    assert {kind: [(one["currency"], one["amount"]) for one in rows] for kind, rows in there.items()} == {
        "order": [("AED", TOTAL)], "payment": [("AED", TOTAL)], "transfer": [("AED", transfer.amount_minor)], "refund": [],
    }  # fmt: skip
    assert there["transfer"][0]["on_hold"] is True
    deliver(dubai, number, ravi)
    give_back(dubai, number, ravi, 1, "one")
    settled(dubai)
    with brand_scope(dubai.brand):
        refund = Refund.objects.get()
        assert (refund.status, refund.amount_minor) == ("processed", 49_900)
    assert [(one["currency"], one["amount"]) for one in at_provider(account)["refund"]] == [("AED", 49_900)]
    pay_out(dubai, clock.now() + timedelta(days=9))
    account.run()
    with brand_scope(dubai.brand):
        assert Transfer.objects.get().status == "released"
        assert ledger.balance(seller_payable(ravi.seller.pk), "AED") == 0
        assert set(LedgerAccount.objects.values_list("currency", flat=True)) == {"AED"}
    assert account.breaks() == {}
    assert verified(dubai.brand).faults == []


@pytest.mark.parametrize("currency", ["INR", "USD", ""])
def test_money_of_another_currency_pays_nothing(shop: Shop, account: Account, dubai: Shop, currency: str) -> None:
    dubai.fill(dubai.serum)
    dubai.order()
    with brand_scope(dubai.brand):
        payment = Payment.objects.get()
        entity = {
            "id": "pay_AAAAAAAAAAAAAA", "status": "captured", "captured": True, "amount": TOTAL, "currency": currency,
            "fee": 0, "tax": 0, "method": "card",
        }  # fmt: skip
        found = payments.record(payment_id=str(payment.pk), entity=entity, at=clock.now())
        assert (found.is_captured, found.provider_payment_id) == (False, None)
        assert Order.objects.get().status == "awaiting_payment"
        assert not LedgerAccount.objects.exists()


def test_the_provider_refuses_a_capture_and_a_share_of_another_currency(
    shop: Shop, account: Account, dubai: Shop
) -> None:
    dubai.fill(dubai.serum)
    placed = dubai.order()
    dubai.pay(placed, "authorize")
    (payment,) = account.client.payment.all({"count": 10})["items"]
    with pytest.raises(BadRequestError, match="same as that of the payment, AED"):
        account.client.payment.capture(payment["id"], TOTAL, {"currency": "INR"})
    with pytest.raises(BadRequestError, match="knows INR, AED"):
        account.client.order.create({"amount": 100, "currency": "USD"})
    account.client.payment.capture(payment["id"], TOTAL, {"currency": "AED"})
    with brand_scope(dubai.brand):
        linked = Seller.objects.values_list("linked_account_id", flat=True)[0]
    share = {"account": linked, "amount": 10_000, "currency": "INR", "on_hold": True}
    with pytest.raises(BadRequestError, match="same as that of the payment, AED"):
        account.client.payment.transfer(payment["id"], {"transfers": [share]})
