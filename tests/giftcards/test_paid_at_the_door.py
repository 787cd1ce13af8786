"""What customer, seller and brand are told of an order for cash, until it is paid: in each state what is true then."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.core import mail

from haat.orders.models import SellerOrder
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of
from tests.checkout.steps import settled
from tests.storefront.conftest import SAME_ORIGIN, Visitor
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.giftcards.conftest import Desk

CARD, FEE = 20_000, 4_900


def told(desk: Desk, number: str, ravi: Any) -> tuple[str, str, int, int, list[str]]:
    """How it is paid by the customer's and brand's answers, by Ravi's; what was paid; what is to be paid; the page's words."""
    mine = desk.shop.asha.get(f"orders/{number}")["data"]
    brands = desk.nia.get(f"orders/{number}")["data"]
    assert {one: mine[one] for one in ("how_paid", "paid", "to_pay")} == {
        one: brands[one] for one in ("how_paid", "paid", "to_pay")
    }
    with brand_scope(desk.shop.brand):
        part = part_of(number, ravi.seller)
    seller = Api("seller", desk.shop.brand, ravi.user).get(f"orders/{part.number}")["data"]
    visitor = Visitor(desk.shop.brand)
    visitor.sign_in("asha@example.com")
    sums = visitor.open(f"/orders/{number}").partition('<dl class="sums">')[2].partition("</dl>")[0]
    words = re.findall("<dt>((?:Total|To pay|Paid|Nothing|Cancelled)[^<]*)", sums)
    return mine["how_paid"], seller["how_paid"], mine["paid"]["minor"], mine["to_pay"]["minor"], words


def asked_to_cancel(desk: Desk, number: str, part: SellerOrder) -> str:
    """The page that says what would come off, before anything does."""
    visitor = Visitor(desk.shop.brand)
    visitor.sign_in("asha@example.com")
    with brand_scope(desk.shop.brand):
        line = str(part.lines.get().pk)
    form = {"part": part.number, "line": line, f"quantity-{line}": "1", "key": "ask"}
    answer = visitor.client.post(f"/orders/{number}/cancel", form, headers=SAME_ORIGIN)
    return str(answer.content.decode())


def letters() -> str:
    return "\n".join(f"{one.subject}\n{one.body}" for one in mail.outbox)


def ordered(desk: Desk, key: str, *offers: Any, code: str = "") -> str:
    for offer in offers:
        desk.shop.asha.post("cart/lines", {"offer_id": str(offer.pk), "quantity": 1})
    if code:
        desk.shop.asha.post("checkout/gift-card", {"code": code})
        return desk.pay(desk.order("cod", key=key))
    placed = desk.shop.order("cod", key=key)
    settled(desk.shop)
    return str(placed["data"]["order"]["number"])


def test_cash_is_to_be_paid_until_it_was_collected_and_not_for_what_never_arrives(
    desk: Desk, ravi: Any, meera: Any
) -> None:
    shop = desk.shop
    number = ordered(desk, "two", shop.serum, shop.bowl, code=desk.issue(CARD)["code"])
    with brand_scope(shop.brand):
        parts = [part_of(number, one.seller) for one in (ravi, meera)]
        cash, rest = parts[0].total_minor - CARD, parts[1].total_minor
        fee = parts[0].order.cod_fee_minor
    by_card = ["Total", "Paid by gift card"]
    assert told(desk, number, ravi) == (
        "on_delivery",
        "on_delivery",
        0,
        cash + rest + fee,
        [*by_card, "To pay on delivery"],
    )
    assert "₹200.00 paid by gift card" in letters()
    assert "What the gift card paid of it goes back to the card." in asked_to_cancel(desk, number, parts[0])
    deliver(shop, number, ravi)
    both = [*by_card, "Paid on delivery", "To pay on delivery"]
    assert told(desk, number, ravi) == ("partly_collected", "collected", cash + fee, rest, both)
    Api("seller", shop.brand, meera.user).post(f"orders/{parts[1].number}/decline", {"reason": "Broken"})
    shop.asha.post(f"orders/{number}/cancellation", {"seller_order": parts[1].number}, key="off")
    settled(shop)
    said = told(desk, number, ravi)
    assert said == ("collected", "collected", cash + fee, 0, ["Cancelled", *by_card, "Paid on delivery"])
    assert "There is nothing to pay for it." in letters()
    assert "What you paid, " not in letters()
    assert re.search("Please keep ₹[^ ]+ ready, and|Please keep ₹[^ ]+ ready:", letters())
    assert "You paid ₹" in letters()
    off = ordered(desk, "off", shop.bowl)
    shop.asha.post(f"orders/{off}/cancellation", {}, key="whole")
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert SellerOrder.objects.get(order__number=off).status == "cancelled"
    mine = shop.asha.get(f"orders/{off}")["data"]
    assert (mine["how_paid"], mine["left"]["minor"], mine["to_pay"]["minor"]) == ("nothing", 0, 0)
