"""A gift card from its issue to its end: what it pays, what comes back to it, and that the books say the same."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from haat.checkout import services as checkout
from haat.core import clock
from haat.documents.models import Document
from haat.documents.queries import whole
from haat.documents.rendering.sheet import sheet
from haat.fulfilment import services as fulfilment
from haat.giftcards import services
from haat.giftcards.models import CardUse, GiftCard
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.orders.card_shares import card_shares
from haat.orders.models import SellerOrder
from haat.payments.models import Payment, Refund
from haat.payouts import queries as payouts
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, verified
from tests.checkout.steps import settled
from tests.payouts.conftest import PLAN
from tests.support import Api

if TYPE_CHECKING:
    from tests.giftcards.conftest import Desk


@given(st.lists(st.tuples(st.integers(1, 5_000), st.booleans()), min_size=1, max_size=8), st.data())
def test_any_split_gives_the_card_what_it_paid_and_never_more(
    amounts: list[tuple[int, bool]], data: st.DataObject
) -> None:
    total = sum(minor for minor, _ in amounts)
    card = data.draw(st.integers(0, total))
    backs = card_shares(card=card, total=total, amounts=amounts)
    assert sum(backs) == card
    paid = 0
    for back, (minor, _) in zip(backs, amounts, strict=True):
        assert 0 <= back <= minor
        paid += minor - back
        assert paid <= total - card


def give_back(desk: Desk, number: str, person: Any, quantity: int, key: str) -> None:
    from haat.orders import services as orders
    from haat.orders.types import Taken

    with brand_scope(desk.shop.brand):
        part = part_of(number, person.seller)
        taken = [Taken(part.lines.get().pk, quantity)]
        orders.credit_part(part=part, lines=taken, cause="return", reason="Too large", key=key, at=clock.now())
    settled(desk.shop)


def _papers_name_it(desk: Desk, part: SellerOrder, other: str) -> None:
    """As a payment: the figures are those of the sale, and a credit note says what goes back to the card."""
    with brand_scope(desk.shop.brand):
        invoice = Document.objects.get(part=part, kind="tax_invoice")
        assert invoice.total_minor == invoice.content["payable_minor"] == part.kept_minor
        assert invoice.content["paid"] == [
            ["Paid by gift card", part.kept_card_minor], [other, part.kept_minor - part.kept_card_minor],
        ]  # fmt: skip
        printed = sheet(whole(invoice))["sums"][-3:]
        assert [row["label"] for row in printed] == ["Total", "Paid by gift card", other]
        assert invoice.content["settled"] == []


@pytest.mark.parametrize("method", ["razorpay", "cod"])
def test_it_pays_for_the_brands_own_goods_and_gets_its_share_back(
    desk: Desk, ravi: Any, meera: Any, method: str
) -> None:
    shop = desk.shop
    made = desk.issue(33_333, funding="bank", bank_reference="UTR1")
    shop.fill(shop.bowl)
    shop.asha.post("checkout/gift-card", {"code": "AAAA-AAAA-AAAA-AAAA"})
    assert shop.asha.status == 422
    shop.asha.post("checkout/gift-card", {"code": made["code"].lower()})
    assert shop.asha.status == 200, shop.asha.response.content
    assert desk.quote(method)["gift_card"]["pays"]["minor"] == 0  # a third party's goods are not the brand's to promise
    shop.fill(shop.serum)
    quote = desk.quote(method)
    assert quote["gift_card"]["pays"]["minor"] == 33_333 == quote["total"]["minor"] - quote["to_pay"]["minor"]
    number = desk.pay(desk.order(method))
    assert desk.card(made)["balance"]["minor"] == 0
    with brand_scope(shop.brand):
        part, other = part_of(number, ravi.seller), part_of(number, meera.seller)
        assert (part.gift_card_minor, other.gift_card_minor) == (33_333, 0)
        assert Payment.objects.get().amount_minor == quote["to_pay"]["minor"]
        line = str(part.lines.get().pk)
    shop.asha.post(
        f"orders/{number}/cancellation",
        {"seller_order": part.number, "lines": [{"line_id": line, "quantity": 1}]}, key="one",
    )  # fmt: skip
    settled(shop)
    (letter,) = [one.body for one in mail.outbox if one.subject.startswith("Something of")]
    assert "goes back to the gift card." in letter
    assert ("less to pay on delivery:" in letter) is (method == "cod")
    deliver(shop, number, ravi, meera)
    back = 33_333 * 49_900 // part.total_minor
    with brand_scope(shop.brand):
        part.refresh_from_db()
        assert GiftCard.objects.get().balance_minor == back == 33_333 - part.kept_card_minor
        cash = payouts.cash_of([SellerOrder.objects.get(pk=part.pk), other])
        fee = part.order.cod_fee_minor
        assert sum(cash.values()) == part.kept_minor - part.kept_card_minor + other.total_minor + fee
    assert verified(shop.brand).faults == []
    _papers_name_it(desk, part, "To pay on delivery" if method == "cod" else "Paid online")
    give_back(desk, number, ravi, 1, "return-1")
    with brand_scope(shop.brand):
        use = CardUse.objects.get()
        assert use.back_minor == GiftCard.objects.get().balance_minor == 33_333 * 99_800 // part.total_minor
        given = sum(Refund.objects.values_list("amount_minor", flat=True))
        assert given == 99_800 - use.back_minor - (0 if method == "razorpay" else 49_900 - back)
        assert ledger.balance("gift_card_liability") == use.back_minor
        note = Document.objects.get(part=part, kind="credit_note")
        assert note.content["paid"] == [
            ["Back on the gift card", use.back_minor - back], ["Given back otherwise", 49_900 - use.back_minor + back],
        ]  # fmt: skip
    assert verified(shop.brand).faults == []
    shown = desk.nia.get(f"gift-cards/{made['card']['id']}/movements")["data"]
    assert [one["kind"] for one in shown] == ["back", "back", "held", "issued"]
    late = clock.now() + timedelta(days=3_000)
    with brand_scope(shop.brand):
        assert (services.expire(at=late), services.expire(at=late)) == (1, 0)
        assert ledger.balance("breakage_income") == use.back_minor
    assert verified(shop.brand).faults == []
    with brand_scope(shop.brand):
        GiftCard.objects.update(balance_minor=1)
    assert any("Gift card" in fault for fault in verified(shop.brand).faults)


def test_a_covered_order_needs_no_provider_and_comes_back_whole(desk: Desk, ravi: Any) -> None:
    shop = desk.shop
    made = desk.issue(500_000)
    shop.fill(shop.serum)
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    placed = desk.order()
    assert (placed["data"]["order"]["status"], placed["data"]["payment"]["provider"]) == ("placed", "gift_card")
    number = desk.pay(placed)
    assert shop.asha.get(f"orders/{number}")["data"]["gift_card"] == placed["data"]["order"]["total"]
    with brand_scope(shop.brand):
        assert Payment.objects.count() == 0
    assert verified(shop.brand).faults == []
    shop.asha.post(f"orders/{number}/cancellation", {"reason": "Too slow"}, key="off")
    settled(shop)
    assert desk.card(made)["balance"]["minor"] == 500_000
    assert verified(shop.brand).faults == []


def test_what_an_unpaid_order_holds_comes_back_and_a_blocked_card_pays_nothing(desk: Desk, ravi: Any) -> None:
    shop = desk.shop
    made = desk.issue(20_000)
    path = f"gift-cards/{made['card']['id']}"
    shop.fill(shop.serum)
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    desk.order()
    shown = desk.card(made)
    assert (shown["balance"]["minor"], shown["held"]["minor"]) == (0, 20_000)
    with brand_scope(shop.brand):
        checkout.expire_unpaid(at=clock.now() + timedelta(minutes=16))
    assert desk.card(made)["balance"]["minor"] == 20_000
    desk.nia.post(f"{path}/block", {"reason": "Stolen"})
    assert desk.nia.status == 200
    assert desk.quote()["gift_card"] is None
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    assert shop.asha.status == 422
    desk.nia.post(f"{path}/extension", {"reason": "Sorry", "expires_on": "2029-01-31"})
    assert desk.nia.status == 200
    seller = Api("seller", shop.brand, ravi.user)
    seller.get("gift-cards")
    assert seller.status == 404
    assert verified(shop.brand).faults == []


def test_a_parcel_for_which_nobody_collects_anything_waits_for_no_courier(desk: Desk, ravi: Any, meera: Any) -> None:
    """Ravi's goods are paid for by the card, Meera's at the door; the fee for cash came with hers."""
    shop = desk.shop
    desk.nia.put("payout-plan", PLAN | {"off_rail": "bank_file"})
    made = desk.issue(500_000, funding="bank", bank_reference="UTR1")
    shop.fill(shop.bowl)
    shop.fill(shop.serum)
    shop.asha.post("checkout/gift-card", {"code": made["code"]})
    number = desk.pay(desk.order("cod"))
    deliver(shop, number, meera)
    deliver(shop, number, ravi)
    later = clock.now() + timedelta(days=9)
    with brand_scope(shop.brand):
        part, other = part_of(number, ravi.seller), part_of(number, meera.seller)
        assert part.gift_card_minor == part.total_minor
        assert [one.pk for one in payouts.with_courier()] == [other.pk]
        fulfilment.close_ripe_parts(at=later)
        found = {one.seller.pk: one.amount_minor for one in payouts.preview(at=later)}
        assert found.get(ravi.seller.pk) == ledger.balance(seller_payable(ravi.seller.pk)) > 0
        assert not found.get(meera.seller.pk)
    assert verified(shop.brand).faults == []
