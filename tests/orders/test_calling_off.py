"""Some of a part is called off before it ships: however it is cut, what is sent, invoiced, paid and booked is the rest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.books.reports.supplies import supplies
from haat.commissions.models import CommissionLine
from haat.core import clock
from haat.documents.models import Document
from haat.inventory.models import Stock
from haat.ledger import queries as ledger
from haat.orders.models import Order, SellerOrder
from haat.payments.models import Refund, Transfer
from haat.payouts import queries as payouts
from haat.promotions.models import Promotion
from haat.tax.queries import month
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, pay_out, verified
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.checkout.steps import settled
from tests.checkout.test_discounts import promotion
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["running_simulator", "shop", "simulator"]
SOLD, EVERY = 5, ("gross_minor", "base_minor", "fee_minor", "fee_gst_minor", "tcs_minor", "tds_minor", "net_minor")


def order(shop: Shop, method: str, key: str = "key-1") -> str:
    """Five serums of Ravi's and two bowls of Meera's, with a promotion that brand and sellers share."""
    for offer, quantity in ((shop.serum, SOLD), (shop.bowl, 2)):
        shop.asha.post("cart/lines", {"offer_id": str(offer.pk), "quantity": quantity})
    placed = shop.order(method, key=key)
    assert shop.asha.status == 201, placed
    number = str(placed["data"]["order"]["number"])
    if method != "cod":
        shop.come_back(number, shop.pay(placed) or {})
    settled(shop)
    return number


def lines(shop: Shop, part: SellerOrder, quantity: int) -> list[dict[str, Any]]:
    with brand_scope(shop.brand):
        return [{"line_id": str(part.lines.get().pk), "quantity": quantity}]


def call_off(shop: Shop, who: Api, part: SellerOrder, quantity: int, key: str) -> Any:
    body = {"lines": lines(shop, part, quantity), "reason": "Ordered by mistake"}
    is_seller = who is not shop.asha
    path = f"orders/{part.number if is_seller else part.number[:-2]}/cancellation"
    answer = who.post(path, body if is_seller else body | {"seller_order": part.number}, key=key)
    settled(shop)
    return answer


@pytest.mark.parametrize("method", ["razorpay", "cod"])
def test_the_rest_is_what_is_sent_invoiced_paid_and_booked(shop: Shop, ravi: Any, meera: Any, method: str) -> None:
    row = promotion(shop, percent_bp=733, brand_bp=5_000, budget_minor=10_000_000, seller_ids=[ravi.seller.pk])
    number = order(shop, method)
    seller, rival = (Api("seller", shop.brand, one.user) for one in (ravi, meera))
    with brand_scope(shop.brand):
        part, other = part_of(number, ravi.seller), part_of(number, meera.seller)
        assert other.number.endswith("-A") or part.number.endswith("-A")
    asked = {"seller_order": part.number, "lines": lines(shop, part, 2)}
    shown = shop.asha.post(f"orders/{number}/cancellation/preview", asked)["data"]
    assert (shown["shipping"]["minor"], shown["ends_part"], shown["is_refund"]) == (0, False, method != "cod")
    for who, wanted, status in ((rival, 1, 404), (seller, SOLD + 1, 409), (shop.asha, 0, 422)):
        call_off(shop, who, part, wanted, f"refused-{status}")
        assert who.status == status, who.response.content
    said = call_off(shop, shop.asha, part, 2, "a")
    mine = next(one for one in said["data"]["parts"] if one["number"] == part.number)
    assert (mine["lines"][0]["cancelled"], mine["cancelled"]) == (2, shown["total"])
    again = call_off(shop, shop.asha, part, 2, "a")
    assert again["data"] == said["data"]  # the same key, nothing more
    seller.post(f"orders/{part.number}/acceptance", {})
    seller.post(f"orders/{part.number}/packing", {})
    settled(shop)
    call_off(shop, seller, part, 1, "b")
    assert seller.status == 200, seller.response.content
    assert seller.get(f"orders/{part.number}")["data"]["items"] == 2
    seller.post(f"orders/{part.number}/shipment", {"carrier": "Own"})
    call_off(shop, shop.asha, part, 1, "too-late")
    assert shop.asha.status == 409
    seller.post(f"orders/{part.number}/delivery", {})
    deliver(shop, number, meera)
    with brand_scope(shop.brand):
        part.refresh_from_db()
        whole, kept = part.lines.get(), part.kept_minor
        assert part.called_off_minor == sum(one.customer_minor for one in part.credits.all())
        assert part.called_off_units == 3
        assert kept == part.shipping_minor + whole.paid_minor - part.called_off_minor
        assert Stock.objects.get(offer=shop.serum).on_hand == 5 - 2
        invoice, note = Document.objects.filter(part=part).order_by("issued_at", "pk")
        assert [line["quantity"] for line in invoice.content["lines"]] == [3]
        assert [line["quantity"] for line in note.content["lines"]] == [1]
        assert invoice.content["payable_minor"] - note.content["payable_minor"] == kept
        sold = [one for one in supplies(month(f"{clock.now():%Y-%m}", shop.brand)) if one.part == part.number]
        assert {one.kind for one in sold} == {"sale"}
        assert [one.quantity for one in sold] == [2]
        assert sum(one.total_minor for one in sold) == kept + part.kept_brand_minor
        given = sum(Refund.objects.values_list("amount_minor", flat=True))
        assert given == (0 if method == "cod" else part.called_off_minor)
        cash = payouts.cash_of([part, other])
        fee = part.order.cod_fee_minor
        assert sum(cash.values()) == kept + other.total_minor + fee
        assert Promotion.objects.get(pk=row.pk).spent_minor < part.order.discount_minor
    assert verified(shop.brand).faults == []
    if method == "razorpay":
        pay_out(shop, clock.now() + timedelta(days=9))
        with brand_scope(shop.brand):
            assert {row.status for row in Transfer.objects.all()} == {"released"}
        assert verified(shop.brand).faults == []


@pytest.mark.parametrize("end", ["lines", "whole", "decline"])
def test_the_last_goods_take_delivery_along_and_end_the_part(shop: Shop, ravi: Any, end: str) -> None:
    shop.paid(key="another")  # so that the brand can bear the provider's fee of what it refunds
    row = promotion(shop, percent_bp=733, brand_bp=5_000, seller_ids=[ravi.seller.pk])
    shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 2})
    placed = shop.order(key="mine")
    number = str(placed["data"]["order"]["number"])
    shop.come_back(number, shop.pay(placed) or {})
    settled(shop)
    seller = Api("seller", shop.brand, ravi.user)
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
    call_off(shop, shop.asha, part, 1, "a")
    if end == "lines":
        asked = {"seller_order": part.number, "lines": lines(shop, part, 1)}
        shown = shop.asha.post(f"orders/{number}/cancellation/preview", asked)["data"]
        assert shown["ends_part"]
        assert shown["shipping"]["minor"] == part.shipping_minor > 0
        call_off(shop, shop.asha, part, 1, "b")
    elif end == "whole":
        shop.asha.post(f"orders/{number}/cancellation", {"reason": "Too slow"}, key="b")
    else:
        seller.post(f"orders/{part.number}/decline", {"reason": "Broken"})
    settled(shop)
    with brand_scope(shop.brand):
        part, bought = SellerOrder.objects.get(pk=part.pk), Order.objects.get(number=number)
        assert (part.status, bought.status) == ("declined" if end == "decline" else "cancelled", "cancelled")
        assert (part.kept_minor, part.kept_brand_minor) == (0, 0)
        refunds = Refund.objects.filter(payment__reference=bought.pk, status="processed")
        assert sum(refunds.values_list("amount_minor", flat=True)) == bought.total_minor
        pinned = CommissionLine.objects.filter(part=part)
        for name in EVERY:
            assert sum(getattr(one, name) for one in pinned) == 0, name
        assert Transfer.objects.get(reference=part.pk).status == "reversed"
        assert Stock.objects.get(offer=shop.serum).on_hand == 5 - 2  # the other order's
        assert (Promotion.objects.get(pk=row.pk).uses, Promotion.objects.get(pk=row.pk).spent_minor) == (0, 0)
        assert ledger.balance("refund_payable") == 0
    assert verified(shop.brand).faults == []
