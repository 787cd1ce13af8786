"""Credits in the books: what goes back, by whom, of the shares and the fees, before and after the payout."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db.models import F, Sum

from haat.books.reports.supplies import DELIVERY_SAC, supplies
from haat.commissions import services as commissions
from haat.commissions.models import CommissionLine, YearlySales
from haat.commissions.types import RuleSpec
from haat.core import clock
from haat.core.errors import NotNow
from haat.core.models import Job
from haat.core.money import round_half_up, share
from haat.ledger import queries as ledger
from haat.ledger import services as ledger_services
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.orders import services as orders
from haat.orders.models import OrderLine
from haat.orders.types import Taken
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payments.models import Payee, Payment, Refund, Reversal, Transfer
from haat.tax.queries import month
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, deliver, part_of, pay_out, verified
from tests.checkout.steps import settled

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def give(shop: Shop, number: str, seller: Any, key: str, quantity: int, amount: int | None = None, **more: Any) -> Any:
    """Take back of the seller's first line, with all that follows."""
    with brand_scope(shop.brand):
        part = part_of(number, seller)
        lines = [Taken(OrderLine.objects.get(part=part).pk, quantity, amount)]
        facts = {"cause": "return", "reason": "Too large", "at": clock.now()} | more
        credit = orders.credit_part(part=part, lines=lines, key=key, **facts)
    settled(shop)
    return credit


def test_pieces_of_a_part_go_back_before_and_after_its_payout(
    shop: Shop, account: Account, ravi: Any, meera: Any
) -> None:
    account.top_up(1_000_000)
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    with brand_scope(shop.brand):
        whole = Transfer.objects.get(seller_id=ravi.seller.pk)
    give(shop, number, ravi.seller, "one-of-two", 1)
    with brand_scope(shop.brand):
        share = Transfer.objects.get(pk=whole.pk)
        piece = Reversal.objects.get()
        assert (share.status, piece.status) == ("held", "done")
        earned = sum(CommissionLine.objects.filter(part=share.reference).values_list("net_minor", flat=True))
        assert share.left_minor == earned < whole.amount_minor
        assert Transfer.objects.exclude(pk=whole.pk).get().reversed_minor == 0
        refund = Refund.objects.get()
        assert (refund.status, refund.amount_minor) == ("processed", 49_900)
    assert verified(shop.brand).faults == []
    assert account.run().pk
    assert account.breaks() == {}

    give(shop, number, meera.seller, "price", 0, 30_000, cause="goodwill")
    give(shop, number, meera.seller, "gift", 0, 5_000, cause="goodwill", is_gift=True)
    pay_out(shop, clock.now() + timedelta(days=9))
    with brand_scope(shop.brand):
        assert {row.status for row in Transfer.objects.all()} == {"released"}
        assert ledger.balance(seller_payable(ravi.seller.pk)) == 0
    assert verified(shop.brand).faults == []
    give(shop, number, ravi.seller, "rest", 1, shipping_minor=None, cause="claim")
    give(shop, number, meera.seller, "all", 2)
    with brand_scope(shop.brand):
        assert ledger.balance(seller_payable(ravi.seller.pk)) < 0  # it owes us: the next payout is less
        assert Reversal.objects.count() == 2
        given = sum(Refund.objects.values_list("amount_minor", flat=True))
        payment = Payment.objects.get()
        assert given == payment.refunded_minor
        assert ledger.balance("goodwill_expense") == ledger.balance("refund_payable") == 0
        left = [row.gross_minor for row in YearlySales.objects.all()]
        assert min(left) >= 0
        back = CommissionLine.objects.filter(part=part_of(number, ravi.seller))
        for name in ("gross_minor", "base_minor", "fee_minor", "fee_gst_minor", "tcs_minor"):
            assert sum(getattr(row, name) for row in back) == 0, name
        rows = [row for row in supplies(month(f"{clock.now():%Y-%m}", shop.brand)) if row.seller == ravi.seller]
        for name in ("quantity", "taxable_minor", "cgst_minor", "igst_minor", "total_minor", "tcs_minor"):
            assert sum(getattr(row, name) for row in rows if row.code != DELIVERY_SAC) == 0, name
        assert {row.quantity for row in rows if row.kind == "return" and row.code != DELIVERY_SAC} == {-1}
    assert verified(shop.brand).faults == []
    account.run()
    assert account.breaks() == {}
    with brand_scope(shop.brand):
        key = f"credit:{give(shop, number, ravi.seller, 'one-of-two', 1).pk}"
        legs = [Leg("refund_payable", seller_payable(ravi.seller.pk), 1)]
        ledger_services.post(key=f"{key}-planted", code="test", legs=legs, at=clock.now(), reference="x")
    assert any("nothing stands behind it" in fault for fault in verified(shop.brand).faults)


def test_less_than_a_rupee_is_not_asked_of_the_provider_and_staff_pays_it(
    shop: Shop, account: Account, ravi: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi)
    give(shop, number, ravi.seller, "paise", 0, 99, cause="goodwill")
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
        assert (refund.status, refund.asked_at, refund.payment.refunded_minor) == ("failed", None, 99)
        assert not Job.objects.filter(name="payments.send_refund", done_at=None).exists()
        assert list(payments.bank_refunds(status="failed")) == [refund]
        taken = payment_services.pay_by_bank(refund=refund)
        payment_services.mark_paid(refund=taken, bank_reference="UTR00000099", at=clock.now())
    settled(shop)
    with brand_scope(shop.brand):
        assert (ledger.balance("refund_payable"), ledger.balance("bank")) == (0, -99)
    assert verified(shop.brand).faults == []


def test_cash_goes_back_by_bank_to_whom_the_customer_named(shop: Shop, ravi: Any) -> None:
    from haat.payments import services as payments
    from haat.payments.types import PayeeSpec

    shop.fill(shop.serum)
    number = shop.order("cod")["data"]["order"]["number"]
    settled(shop)
    deliver(shop, number, ravi)
    give(shop, number, ravi.seller, "all", 2, shipping_minor=None)
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
        part = part_of(number, ravi.seller)
        assert (refund.status, refund.is_by_bank, refund.amount_minor) == ("pending", True, part.total_minor)
        spec = PayeeSpec(kind="upi", name="Asha", vpa="asha@upi")
        payments.set_payee(reference=part.order_id, spec=spec)
        assert verified(shop.brand).faults == []
        payments.mark_paid(refund=refund, bank_reference="UTR123456", at=clock.now())
    settled(shop)
    with brand_scope(shop.brand):
        assert ledger.balance("refund_payable") == 0
        assert ledger.balance("bank") == -refund.amount_minor
        assert Payee.objects.get().details == ""
        payments.set_payee(reference=part.order_id, spec=spec)  # the fee for cash may come back yet
        Payment.objects.update(refunded_minor=F("amount_minor"))
        with pytest.raises(NotNow, match="paid back already"):
            payments.set_payee(reference=part.order_id, spec=spec)
        Payment.objects.update(refunded_minor=refund.amount_minor)
    assert verified(shop.brand).faults == []


def test_what_a_delivery_was_charged_goes_back_with_the_delivery(
    shop: Shop, account: Account, ravi: Any, meera: Any
) -> None:
    """A rule with shipping: the parcel's own line has a fee, and a credit of the delivery takes its share of it back."""
    account.top_up(1_000_000)
    with brand_scope(shop.brand):
        spec = RuleSpec(name="Standard", percent_bp=1_250, valid_from="2025-01-01", with_shipping=True)
        commissions.set_rules(specs=[spec], at=clock.now())
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
        pinned = CommissionLine.objects.get(part=part, order_line=None)
        assert pinned.fee_minor == share(pinned.base_minor, 1_250) > 0
        half = part.shipping_minor // 2
    give(shop, number, ravi.seller, "half", 1, shipping_minor=half)
    with brand_scope(shop.brand):
        back = CommissionLine.objects.get(part=part, order_line=None, kind="reversal")
        assert back.fee_minor == -round_half_up(pinned.fee_minor * half, part.shipping_minor)
    give(shop, number, ravi.seller, "rest", 1, shipping_minor=part.shipping_minor - half)
    with brand_scope(shop.brand):
        left = CommissionLine.objects.filter(part=part).aggregate(fee=Sum("fee_minor"), gst=Sum("fee_gst_minor"))
        assert left == {"fee": 0, "gst": 0}
    assert verified(shop.brand).faults == []
