"""A return from the request to the proved books, over the APIs of all three."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core import mail

from haat.checkout.services import confirm_payment
from haat.commissions.models import CommissionLine
from haat.core import clock
from haat.documents.models import Document
from haat.inventory.models import Stock
from haat.orders.models import SellerOrder
from haat.orders.services import advance
from haat.payments.models import Payment, Refund
from haat.promotions.models import Promotion
from haat.returns import services
from haat.returns.models import Return
from haat.tenancy.context import brand_scope
from tests.books.conftest import pay_out, verified
from tests.checkout.steps import settled
from tests.checkout.test_discounts import promotion
from tests.support import Api

if TYPE_CHECKING:
    from tests.returns.conftest import Desk


def test_a_return_is_asked_for_agreed_to_counted_and_paid_back(desk: Desk) -> None:
    shop, asha = desk.shop, desk.shop.asha
    offered = asha.get(f"orders/{desk.number}/returns")["data"]
    assert {part["number"]: part["kinds"] for part in offered["parts"]}[desk.part.number] == [
        "claim",
        "exchange",
        "return",
    ]
    made = desk.ask(note="The pump is cracked")
    assert asha.status == 201, made
    number = made["data"]["number"]
    assert made["data"]["actions"] == ["withdraw"]
    with brand_scope(shop.brand):
        assert services.answer_overdue(at=clock.now()) == 0
        assert SellerOrder.objects.get(pk=desk.part.pk).open_requests == 1
    assert desk.ravi.get("returns/counts")["data"]["counts"] == {"requested": 1}
    assert desk.meera.get("returns")["data"] == []
    assert desk.meera.get(f"returns/{number}")["status"] == "error"
    for verb in ("approval", "receipt"):
        desk.do(desk.meera, number, verb, {} if verb == "approval" else desk.count(1, 1, 1))
        assert desk.meera.status == 404
    desk.do(desk.ravi, number, "receipt", desk.count(1, 1, 1))
    assert desk.ravi.status == 409
    assert desk.do(desk.ravi, number, "approval", {"answer": "Sorry"})["data"]["status"] == "approved"
    assert "Ravi" in asha.get(f"returns/{number}")["data"]["send_to"]
    desk.do(asha, number, "sending")
    for bad in (desk.count(2, 1, 1), desk.count(1, 2, 1), desk.count(1, 1, 0)):
        desk.do(desk.ravi, number, "receipt", bad)
        assert desk.ravi.status == 422
    done = desk.do(desk.ravi, number, "receipt", desk.count(1, 1, 1), key="receipt")["data"]
    assert (done["status"], done["refund"]["minor"]) == ("refunded", 49_900)
    desk.do(desk.ravi, number, "receipt", desk.count(1, 1, 1), key="receipt")
    desk.do(desk.ravi, number, "receipt", desk.count(1, 1, 1))
    assert desk.ravi.status == 409
    with brand_scope(shop.brand):
        assert Stock.objects.get(offer=shop.serum).on_hand == 4
        refund = Refund.objects.get()
        assert (refund.amount_minor, refund.status) == (49_900, "processed")
        assert SellerOrder.objects.get(pk=desk.part.pk).open_requests == 0
    assert any("money is on its way" in message.subject for message in mail.outbox)
    entries = [row["code"] for row in asha.get(f"orders/{desk.number}")["data"]["timeline"]]
    assert entries[-5:] == [
        "return.requested",
        "return.approved",
        "return.picked_up",
        "credit.return",
        "return.refunded",
    ]
    with brand_scope(shop.brand):
        assert Return.objects.get().note == "The pump is cracked"
        services.erase(customer=shop.customer.customer)
        assert Return.objects.get().note == ""
    assert verified(shop.brand).faults == []


def test_a_mixed_month_of_returns_claims_and_goodwill_is_proved(desk: Desk) -> None:
    """Withdrawn, refused, escalated, counted short, lowered by both; then paid out."""
    shop, asha = desk.shop, desk.shop.asha
    first = desk.ask(quantity=2, reason="changed_mind")["data"]["number"]
    assert desk.ask()["status"] == "error"  # no unit is left
    assert asha.status == 409
    desk.do(asha, first, "withdrawal")
    claim = desk.ask("claim")["data"]["number"]
    desk.do(desk.ravi, claim, "rejection", {"answer": "It was whole"})
    desk.do(asha, claim, "escalation")
    desk.do(desk.ravi, claim, "approval")
    assert desk.ravi.status == 409  # the brand decides now
    assert [row["number"] for row in desk.nia.get("returns?status=escalated")["data"]] == [claim]
    decided = desk.do(desk.nia, claim, "approval", {"answer": "We believe you"})["data"]
    assert (decided["status"], decided["refund"]["minor"]) == ("refunded", 49_900)
    second = desk.ask()["data"]["number"]
    with brand_scope(shop.brand):
        assert services.answer_overdue(at=clock.now() + timedelta(hours=49)) == 1
        assert Return.objects.get(number=second).status == "approved"
    desk.do(desk.ravi, second, "receipt", desk.count(1, 0, 0, "Used for a month"))
    assert asha.get(f"returns/{second}")["data"]["status"] == "rejected"
    goodwill = {"line_id": desk.line, "amount_minor": 10_000, "paid_by": "seller", "reason": "For the trouble"}
    desk.nia.post(f"seller-orders/{desk.part.number}/goodwill", goodwill, key="g1")
    assert desk.nia.status == 201
    desk.nia.post(f"seller-orders/{desk.part.number}/goodwill", goodwill | {"paid_by": "brand"}, key="g2")
    desk.nia.post(f"seller-orders/{desk.part.number}/goodwill", goodwill | {"amount_minor": 29_901}, key="g3")
    assert desk.nia.status == 409
    settled(shop)
    assert verified(shop.brand).faults == []
    pay_out(shop, clock.now() + timedelta(days=9))
    with brand_scope(shop.brand):
        assert Stock.objects.get(offer=shop.serum).on_hand == 3
    assert verified(shop.brand).faults == []


def test_what_nobody_took_is_credited_whole_and_its_cash_never_was(desk: Desk, ravi: Any) -> None:
    shop, row = desk.shop, promotion(desk.shop)
    shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 1})
    number = shop.order("cod", key="cash")["data"]["order"]["number"]
    shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 1})
    paid = shop.order(key="paid")
    shop.come_back(str(paid["data"]["order"]["number"]), shop.pay(paid) or {})
    settled(shop)
    api = Api("seller", shop.brand, ravi.user)
    for order in (number, str(paid["data"]["order"]["number"])):
        part = f"{order}-A"
        assert (
            api.post(f"orders/{part}/undelivered", {"reason": "Nobody home"}, key=f"early-{order}")["status"] == "error"
        )
        for step, body in (("acceptance", {}), ("shipment", {"carrier": "India Post"})):
            api.post(f"orders/{part}/{step}", body)
        back = api.post(f"orders/{part}/undelivered", {"reason": "Nobody home"}, key=f"back-{order}")
        assert back["data"]["status"] == "refunded", back
        settled(shop)
    with brand_scope(shop.brand):
        assert Refund.objects.count() == 1
        assert Stock.objects.get(offer=shop.serum).on_hand == 3
        assert SellerOrder.objects.filter(status="cancelled").count() == 2
        assert Promotion.objects.get(pk=row.pk).spent_minor == Promotion.objects.get(pk=row.pk).uses == 0
    assert verified(shop.brand).faults == []


def test_what_came_back_before_its_commission_was_computed_is_settled_too(desk: Desk) -> None:
    """The worker stood still all the while."""
    shop = desk.shop
    shop.asha.post("cart/lines", {"offer_id": str(shop.serum.pk), "quantity": 1})
    paid = shop.order(key="paid")
    number = str(paid["data"]["order"]["number"])
    shop.come_back(number, shop.pay(paid) or {})
    with brand_scope(shop.brand):
        confirm_payment(payment=Payment.objects.get(reference_number=number), at=clock.now())
        part = SellerOrder.objects.get(order__number=number)
        for step in ("accept", "ship"):
            advance(part=part, verb=step, at=clock.now())
        services.come_back(part=part, resellable={}, reason="Nobody home", at=clock.now())
        assert not CommissionLine.objects.filter(part=part).exists()
    settled(shop)
    with brand_scope(shop.brand):
        refund = Refund.objects.get(part_id=part.pk)
        assert (refund.status, refund.amount_minor) == ("processed", part.total_minor)
        papers = Document.objects.filter(part=part).order_by("issued_at", "pk")
        assert [paper.kind for paper in papers] == ["tax_invoice", "credit_note"]
    assert verified(shop.brand).faults == []
