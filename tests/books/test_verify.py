"""`./haat ledger verify`: a real month of orders holds, and each kind of planted error is found and named."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from haat.commissions import services as commissions
from haat.commissions.models import CommissionLine
from haat.core import clock
from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY, seller_payable
from haat.ledger.types import Leg
from haat.payments.models import Payment
from haat.payouts.models import Payout
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, pay_out, verified
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def test_the_books_of_orders_paid_delivered_cancelled_and_paid_out_hold(
    shop: Shop, ravi: Any, meera: Any, nia: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi)
    Api("admin", shop.brand, nia.user).post(f"orders/{number}/cancellation", {"reason": "Broken"})
    run_jobs(shop.brand)
    shop.provider.idle()
    shop.fill(shop.serum)
    cash = shop.order("cod", key="key-cash")["data"]["order"]["number"]
    run_jobs(shop.brand)
    deliver(shop, cash, ravi)
    pay_out(shop, clock.now() + timedelta(days=9))
    verdict = verified(shop.brand)
    assert verdict.faults == []
    looked_at = {(check.number, check.title.split()[0]): check.looked_at for check in verdict.checks}
    with brand_scope(shop.brand):
        assert Payout.objects.get().status == "paid"
    assert {check.number for check in verdict.checks} >= {1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 16, 17}
    assert sum(looked_at.values()) > 40


def test_a_return_gives_back_commission_and_tcs_and_leaves_tds(shop: Shop, ravi: Any) -> None:
    number = shop.paid()
    deliver(shop, number, ravi)
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
        commissions.reverse(part_id=part.pk, at=clock.now())
        commissions.reverse(part_id=part.pk, at=clock.now())
        lines = list(CommissionLine.objects.filter(part=part))
        assert sum(line.fee_minor for line in lines) == sum(line.tcs_minor for line in lines) == 0
        assert sum(line.tds_minor for line in lines) > 0
    assert verified(shop.brand).faults == []


def test_each_disagreement_with_orders_and_payments_is_named(shop: Shop, ravi: Any, meera: Any) -> None:
    number = shop.paid()
    deliver(shop, number, ravi)
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        Payment.objects.update(fee_minor=payment.fee_minor + 1)
        part = part_of(number, ravi.seller)
        ledger.post(
            key="cancel:nobody",
            code="test",
            legs=[Leg("refund_payable", "order_holding", 1)],
            at=clock.now(),
            reference="x",
        )
        ledger.post(
            key="odd:entry",
            code="test",
            legs=[Leg(seller_payable(part.seller_id), GATEWAY, 1)],
            at=clock.now(),
            reference="x",
        )
        ledger.post(key="odd:seller", code="test", legs=[Leg("seller_payable:nobody", "bank", 1)], at=clock.now())
    faults = "\n".join(verified(shop.brand).faults)
    assert f"capture:{payment.provider_payment_id} is booked as" in faults
    assert "cancel:nobody is booked (order_holding +1, refund_payable -1) and nothing stands behind it" in faults
    assert f"seller_payable:{part.seller_id} is -1 apart" in faults
    assert "gateway_clearing:razorpay is +2 apart" in faults
    assert "seller_payable:nobody is of no seller of this brand" in faults


def test_a_booking_that_never_came_is_found_after_a_while(shop: Shop) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        Payment.objects.create(
            reference=payment.reference, reference_number="X/2", provider="razorpay", status="captured", amount_minor=100,
            currency="INR", provider_payment_id="pay_00000000000001", captured_at=clock.now(), is_stray=True,
        )  # fmt: skip
    assert verified(shop.brand).faults == []
    late = "\n".join(verified(shop.brand, at=clock.now() + timedelta(hours=1)).faults)
    assert "capture:pay_00000000000001 is not booked: gateway_clearing:razorpay +100, suspense -100" in late


def test_one_command_proves_every_brand_and_the_platforms_own_book(shop: Shop) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        ledger.seal()
    told = StringIO()
    call_command("ledger", "verify", stdout=told)
    assert "aster: the books hold, 1 sealed, ends with 1:s1:" in told.getvalue()
    assert "house: the books hold" in told.getvalue()
    assert "birch: the books hold" in told.getvalue()
    with brand_scope(shop.brand):
        from haat.ledger.models import Account

        Account.objects.filter(code="order_holding").update(out_minor=1)
    told = StringIO()
    with pytest.raises(CommandError, match="The books do not hold: aster"):
        call_command("ledger", "verify", "--brand", "aster", stdout=told)
    assert "FAIL  3." in told.getvalue()
