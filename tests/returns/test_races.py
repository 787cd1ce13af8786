"""Many at once: units are asked for once, a line is given back once, a refund and a payout never take the same money."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from haat.core import clock
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.customers.models import Customer
from haat.orders import services as orders
from haat.orders.models import Credit, Order, OrderLine, Remainder, SellerOrder
from haat.orders.types import Taken
from haat.payments import services as payments
from haat.payments.models import Payment, Reversal, Transfer
from haat.returns import services
from haat.returns.models import AskedUnits, Return
from haat.returns.types import Wanted
from haat.tenancy.context import brand_scope
from tests.goods import make_seller
from tests.inventory.conftest import committed, race

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["committed", "race"]


@pytest.fixture
def part(committed: Any) -> SellerOrder:
    """Two units of ₹499 that arrived yesterday, paid at the provider, with a share of ₹900 on hold."""
    at = clock.now()
    with brand_scope(committed):
        seller = make_seller()
        customer = Customer.objects.create(user_id=uuid4(), joined_at=at)
        order = Order.objects.create(
            number="AST-26-999999", customer=customer, status="placed", payment_method="razorpay", currency="INR", goods_minor=99_800,
            shipping_minor=0, total_minor=99_800, place_of_supply="27", address="{}", created_for=at, reserved_until=at, placed_at=at,
        )  # fmt: skip
        row = SellerOrder.objects.create(
            order=order, seller=seller, number="AST-26-999999-A", status="delivered", currency="INR", goods_minor=99_800, shipping_minor=0,
            shipping_taxable_minor=0, shipping_rate_bp=0, total_minor=99_800, delivered_at=at, return_until=at + timedelta(days=7),
        )  # fmt: skip
        OrderLine.objects.create(
            part=row, offer_id=new_id(), product_id=new_id(), position=0, title="Rose serum", slug="s", sku="S", hsn="3304", quantity=2,
            unit_minor=49_900, gross_minor=99_800, taxable_minor=84_576, rate_bp=1800, rate_source="x", cgst_minor=7_612, sgst_minor=7_612,
            igst_minor=0, currency="INR",
        )  # fmt: skip
        payment = Payment.objects.create(
            reference=order.pk, reference_number=order.number, provider="razorpay", amount_minor=99_800, currency="INR", captured_at=at,
            status="captured",
        )  # fmt: skip
        Transfer.objects.create(
            payment=payment, reference=row.pk, reference_number=row.number, seller_id=seller.pk, account="acc_x", amount_minor=90_000,
            status="held", provider_transfer_id="trf_race",
        )  # fmt: skip
    return row


def test_the_last_two_units_are_asked_for_twice_by_ten(
    part: SellerOrder, committed: Any, race: Callable[..., Any]
) -> None:
    with brand_scope(committed):
        line_id = part.lines.get().pk

    def ask() -> None:
        services.ask(part=part, kind="return", lines=[Wanted(line_id, 1, "damaged")], note="", at=clock.now())

    results = race(*[ask] * 10)
    assert results.count(None) == 2
    assert all(isinstance(one, DomainError) for one in results if one is not None)
    with brand_scope(committed):
        assert (Return.objects.count(), AskedUnits.objects.get().asked) == (2, 2)


def test_a_line_is_given_back_once_by_ten(part: SellerOrder, committed: Any, race: Callable[..., Any]) -> None:
    """Five keys, each twice, one unit each: two credits, and not a paisa is left."""
    with brand_scope(committed):
        taken = [Taken(part.lines.get().pk, 1)]

    def give(key: str) -> Callable[[], Any]:
        return lambda: orders.credit_part(part=part, lines=taken, cause="claim", reason="x", key=key, at=clock.now())

    race(*[give(f"race-{index % 5}") for index in range(10)])
    with brand_scope(committed):
        assert sorted(Credit.objects.values_list("position", flat=True)) == [1, 2]
        left = Remainder.objects.get()
        assert (left.quantity, left.gross_minor, left.taxable_minor, left.customer_minor) == (0, 0, 0, 0)


def test_a_share_is_released_or_taken_back_and_never_more_than_it_is(
    part: SellerOrder, committed: Any, race: Callable[..., Any]
) -> None:
    """Refund against payout: pieces that come after the wish to release are not taken, and no paisa twice."""
    pieces = [
        lambda key=f"piece-{index}": payments.take_back(reference=part.pk, amount_minor=40_000, key=key)
        for index in range(6)
    ]
    race(*pieces, lambda: payments.release(reference=part.pk))
    with brand_scope(committed):
        share = Transfer.objects.get()
        taken = sum(Reversal.objects.values_list("amount_minor", flat=True))
        assert share.reversed_minor == taken <= share.amount_minor
        assert payments.take_back(reference=part.pk, amount_minor=1, key="too-late") is None
