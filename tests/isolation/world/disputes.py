"""Disputes: one a rival that can be answered, one that is lost, each about that rival's part alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.disputes import queries
from haat.disputes import services as disputes
from haat.disputes.models import Case, Paper
from haat.orders.models import SellerOrder
from haat.payments import services as payments
from haat.payments.models import Payment
from haat.sellers.models import Seller
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

AMOUNT = 1_000


def disputed(side: Side) -> None:
    for party in marks.SELLERS:
        for name, status in (("case", "open"), ("case.lost", "lost")):
            side.keep(name, party, _case(side, party, name, status).pk)
        case = queries.one_case(side.things["case"][party])
        paper = Paper.objects.create(
            case=case, seller=Seller.objects.get(pk=side.things["seller"][party]), kind="shipping_proof", name="proof.pdf",
            file=f"{party}/proof.pdf", mime="application/pdf", file_bytes=9, sha256=party.ljust(64, "0"),
        )  # fmt: skip
        side.keep("paper", party, paper.pk)
        disputes.write_words(case=case, words="It was delivered")
        seller = Seller.objects.get(pk=side.things["seller"][party])
        disputes.answer(case=case, seller=seller, words=marks.kept(str(side.brand.slug), party), at=clock.now())


def _case(side: Side, party: str, name: str, status: str) -> Case:
    slug, at = str(side.brand.slug), clock.now()
    part = SellerOrder.objects.get(number=side.things["part.delivered"][party])
    letters = f"{slug}{party}{status[:1]}"[:14].ljust(14, "0")
    payment = Payment.objects.create(
        reference=part.order_id, reference_number=f"disputed-{letters}", provider="razorpay", status="captured", amount_minor=5_000,
        currency="INR", provider_payment_id=f"pay_{letters}", captured_at=at,
    )  # fmt: skip
    entity: dict[str, Any] = {
        "id": f"disp_{letters}", "payment_id": payment.provider_payment_id, "amount": AMOUNT, "status": "open",
        "amount_deducted": 0, "reason_code": "fraud", "created_at": int(at.timestamp()), "respond_by": int(at.timestamp()) + 700_000,
    }  # fmt: skip
    found = payments.record_dispute(entity=entity, at=at)
    assert found is not None
    case = disputes.follow(dispute_id=found.pk, at=at)
    disputes.divide(case=case, part_numbers=[part.number], at=at)
    if status == "lost":
        payments.record_dispute(entity=entity | {"status": "lost", "amount_deducted": AMOUNT}, at=at)
        case = disputes.follow(dispute_id=found.pk, at=at)
    return case
