"""What was bought: each customer's orders, each rival's parts, one in every state that a verb begins from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.models import ReconBreak
from haat.books.recon.findings import Findings, keep
from haat.books.recon.strays import take_in
from haat.commissions.models import CommissionRule
from haat.core import clock
from haat.documents import services as documents
from haat.fulfilment import services as fulfilment
from haat.orders.models import Order, SellerOrder
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.isolation.world import disputes, marks
from tests.isolation.world.payouts import payouts
from tests.isolation.world.returns import take_back
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

BOTH, ONE = ("ravi", "meera"), ("meera",)
STATES = ("placed", "accepted", "packed", "shipped", "delivered")


def trade(side: Side, *, states: tuple[str, ...]) -> None:
    """Asha buys of both rivals, Ben of Meera alone: so Ravi must never read a word about Ben."""
    for party, sellers in (("asha", BOTH), ("ben", ONE)):
        visitor = Api("customer", side.brand, side.people[party])
        for state in states if party == "asha" else ("placed", "delivered"):
            _bring_to(side, _order(side, visitor, party, sellers, "cod"), state)
        unpaid = _order(side, visitor, party, sellers, "razorpay")
        side.keep("order.unpaid", party, unpaid)
        if states == STATES:  # the provider remembers what was paid, whatever is rolled back here
            side.keep("order.paying", party, _order(side, visitor, party, sellers, "razorpay"))
        with brand_scope(side.brand):
            reference = Payment.objects.get(reference=Order.objects.get(number=unpaid).pk).return_ref
        side.keep("payment.return", party, reference)
        _fill(side, visitor, sellers)
        side.keep("cart.line", party, visitor.get("cart")["data"]["lines"][0]["id"])
    run_jobs(side.brand)
    with brand_scope(side.brand):
        side.keep("rule", "nia", CommissionRule.objects.get().pk)
        _differences(side)
        side.keep("report", "nia", "sales-register")
        payouts(side)
        take_back(side)
        disputes.disputed(side)
        _papers(side)


def _papers(side: Side) -> None:
    """An invoice of each rival to Asha, one of Meera to Ben."""
    for party in marks.SELLERS:
        part = SellerOrder.objects.get(number=side.things["part.delivered"][party])
        invoice = documents.invoice_part(part_id=part.pk, at=clock.now())
        assert invoice
        side.keep("document", party, invoice.pk)
        side.keep("document.own", "asha", invoice.pk)
    ben = SellerOrder.objects.get(order__number=side.things["order.placed"]["ben"])
    invoice = documents.invoice_part(part_id=ben.pk, at=clock.now())
    assert invoice
    side.keep("document.own", "ben", invoice.pk)


def _differences(side: Side) -> None:
    """A difference with the provider, and money that no order asked for."""
    entity = {"id": f"pay_{side.brand.slug:0<14.14}", "amount": 5_000, "currency": "INR", "fee": 100, "tax": 15}
    found = Findings()
    found.found(
        "unknown_refund", f"rfnd_{side.brand.slug}", reference=marks.kept(side.brand.slug, "staff"), amount_minor=-100
    )
    take_in(entity=entity, at=clock.now())
    found.found("unknown_payment", entity["id"], amount_minor=5_000)
    keep(found, at=clock.now())
    for name, kind in (("break", "unknown_refund"), ("break.stray", "unknown_payment")):
        side.keep(name, "nia", ReconBreak.objects.get(kind=kind).pk)


def _fill(side: Side, visitor: Api, sellers: tuple[str, ...]) -> None:
    for party in sellers:
        visitor.post("cart/lines", {"offer_id": side.things["offer"][party], "quantity": 1})
        assert visitor.status == 201, visitor.response.content


def _order(side: Side, visitor: Api, party: str, sellers: tuple[str, ...], method: str) -> str:
    _fill(side, visitor, sellers)
    goal: dict[str, Any] = {"address_id": side.things["address"][party], "payment_method": method}
    quote = visitor.post("checkout/quote", goal)["data"]
    key = f"{party}-{len(side.things)}-{method}-{clock.now().timestamp()}"
    placed = visitor.post("orders", goal | {"expected_total_minor": quote["total"]["minor"]}, key=key)
    assert visitor.status == 201, placed
    return str(placed["data"]["order"]["number"])


def _bring_to(side: Side, number: str, state: str) -> None:
    """Every part of the order to this state, and the order's names into the table of things."""
    steps = STATES[1 : STATES.index(state) + 1]
    with brand_scope(side.brand):
        order = Order.objects.get(number=number)
        customer = next(name for name, pk in side.things["customer"].items() if pk == str(order.customer_id))
        side.keep(f"order.{state}", customer, number)
        parties = {pk: name for name, pk in side.things["seller"].items()}
        for part in SellerOrder.objects.filter(order=order):
            _advance(part, steps, marks.BRANDS[str(side.brand.slug)])
            if state == "placed":
                for party in (parties[str(part.seller_id)], "asha", "nia") if customer == "asha" else ("ben",):
                    side.keep("parcel.placed", party, part.number)
                    side.keep("line.placed", party, part.lines.get().pk)
            if customer == "asha":
                side.keep(f"part.{state}", parties[str(part.seller_id)], part.number)


def _advance(part: SellerOrder, steps: tuple[str, ...], mark: str) -> None:
    for step in steps:
        at = clock.now()
        part = SellerOrder.objects.select_related("order", "seller").get(pk=part.pk)
        if step == "accepted":
            fulfilment.accept(part=part, at=at)
        elif step == "packed":
            fulfilment.pack(part=part, at=at)
        elif step == "shipped":
            fulfilment.ship(part=part, carrier=f"Carrier {mark}", tracking_number=f"T-{mark}", at=at)
        else:
            fulfilment.deliver(part=part, return_window_days=7, at=at)
