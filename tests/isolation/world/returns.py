"""Returns in every state that a verb begins from, of each rival's delivered part, and refunds that staff pays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from haat.core import clock
from haat.orders.models import Order, SellerOrder
from haat.payments.models import Payee, Payment, Refund
from haat.returns.models import AskedUnits, Return, ReturnLine
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

STATES = {"requested": "return", "approved": "return", "rejected": "claim", "received": "exchange"}


def take_back(side: Side) -> None:
    """The brand's staff and Asha mean the first rival's."""
    for index, (party, number) in enumerate(side.things["part.delivered"].items()):
        part = SellerOrder.objects.select_related("order", "seller").get(number=number)
        _ask(side, part, "asha", (party, "asha", "nia") if index == 0 else (party,), side.things["offer"][party])
    number = side.things["order.delivered"]["ben"]
    _ask(side, SellerOrder.objects.select_related("order", "seller").get(order__number=number), "ben", ("ben",), None)
    payment = Payment.objects.get(reference=Order.objects.get(number=side.things["order.delivered"]["asha"]).pk)
    number = side.things["order.delivered"]["asha"]
    secret = {"name": marks.kept(str(side.brand.slug), "asha"), "vpa": "asha@upi"}
    Payee.objects.create(reference=payment.reference, kind="upi", details=json.dumps(secret))
    for kind, facts in (("refund.bank", {"is_by_bank": True}), ("refund.failed", {"status": "failed"})):
        row = Refund.objects.create(
            payment=payment, key=f"{kind}-{side.brand.slug}", amount_minor=100, reference_number=number, **facts
        )
        side.keep(kind, "nia", row.pk)
    Payment.objects.filter(pk=payment.pk).update(refunded_minor=200)


def _ask(side: Side, part: SellerOrder, customer: str, whose: tuple[str, ...], offer_id: str | None) -> None:
    """One in each state; the counter is made as if so many had been bought."""
    line, at = part.lines.get(), clock.now()
    AskedUnits.objects.create(order_line=line, bought=9, asked=len(STATES))
    for party in whose:
        side.keep("line.bought", party, line.pk)
        side.keep("part.bought", party, part.number)
    for index, (status, kind) in enumerate(STATES.items()):
        row = Return.objects.create(
            number=f"{part.number}-R{index + 1}", part=part, seller=part.seller, kind=kind, status=status, requested_at=at, answer_by=at,
            note=marks.kept(str(side.brand.slug), customer), ended_at=at if status == "rejected" else None,
        )  # fmt: skip
        ReturnLine.objects.create(
            parent=row, order_line=line, quantity=1, reason="damaged", accepted=1 if status == "received" else None,
            offer_id=offer_id if kind == "exchange" else None,
        )  # fmt: skip
        for party in whose:
            side.keep(f"return.{status}", party, row.number)
    SellerOrder.objects.filter(pk=part.pk).update(open_requests=3)
