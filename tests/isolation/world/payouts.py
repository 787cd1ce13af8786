"""How sellers are paid: a payout of each rival, a run, a file, a hold and an adjustment that wait for a verb."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from haat.books.models import TaxDeposit
from haat.core import clock
from haat.ledger import services as ledger
from haat.ledger.types import Leg
from haat.orders.models import SellerOrder
from haat.payouts.models import Adjustment, BankBatch, Disbursement, Payout, PayoutHold, PayoutLine, PayoutRun
from haat.sellers.models import Seller
from tests.isolation.world import marks

if TYPE_CHECKING:
    from datetime import datetime

    from tests.isolation.world.side import Side

MONEY = {"amount_minor": 40_000, "currency": "INR"}


def payouts(side: Side) -> None:
    for party in marks.SELLERS:
        _payout(side, party)
    _desk(side)


def _payout(side: Side, party: str) -> None:
    """A payout that the bank paid, with the delivered part as its line; cash parts are never in one by themselves."""
    part = SellerOrder.objects.get(number=side.things["part.delivered"][party])
    at, word = clock.now() - timedelta(days=1), marks.kept(str(side.brand.slug), party)
    payout = Payout.objects.create(
        number=f"PO-{word}"[:24], seller=Seller.objects.get(pk=part.seller_id), status="paid", due_at=at, started_at=at, paid_at=at,
        **MONEY,
    )  # fmt: skip
    line = PayoutLine.objects.create(
        payout=payout, part=part, gross_minor=50_000, fee_minor=8_000, fee_gst_minor=1_440, tcs_minor=60, tds_minor=500,
        net_minor=40_000,
    )  # fmt: skip
    text = f"{word},{word}"
    batch = BankBatch.objects.create(
        number=len(side.things.get("payout", {})) + 1, layout="enet-7", content=text, lines_count=1, total_minor=40_000,
        sha256=hashlib.sha256(text.encode()).hexdigest(), currency="INR", made_by=uuid4(), made_at=at,
    )  # fmt: skip
    way = Disbursement.objects.create(
        payout=payout, rail="bank_file", status="paid", batch=batch, beneficiary=word, reference=word[:30], provider_id=word,
        ended_at=at, **MONEY,
    )  # fmt: skip
    side.keep("payout", party, payout.pk)
    side.keep("payout.line", party, line.pk)
    side.keep("part.cash", party, part.pk)
    if party == marks.SELLERS[0]:
        side.keep("payout.batch", "nia", batch.pk)
        side.keep("payout.money", "nia", way.pk)


def _desk(side: Side) -> None:
    """What waits for a second person of the brand, and who is on hold."""
    at, word = clock.now(), marks.kept(str(side.brand.slug), "staff")
    seller = Seller.objects.get(pk=side.things["seller"][marks.SELLERS[0]])
    run = PayoutRun.objects.create(
        number=1, currency="INR", total_minor=1, payouts_count=0, needs_second=True, proposed_at=at, reason=word
    )
    hold = PayoutHold.objects.create(
        seller=Seller.objects.get(pk=side.things["seller"][marks.SELLERS[1]]), reason=word, by=uuid4(), at=at
    )
    adjustment = Adjustment.objects.create(
        number=1,
        seller=seller,
        amount_minor=100,
        currency="INR",
        reason=word,
        needs_second=True,
        proposed_by=uuid4(),
        proposed_at=at,
    )
    for name, row in (("payout.run", run), ("payout.hold", hold), ("payout.adjustment", adjustment)):
        side.keep(name, "nia", row.pk)
    _deposit(side, word, at)


def _deposit(side: Side, word: str, at: datetime) -> None:
    row = TaxDeposit.objects.create(
        tax="tds", month=f"{at:%Y-%m}", amount_minor=1, currency="INR", reference=word, paid_on=at.date(),
        recorded_by=uuid4(), recorded_at=at,
    )  # fmt: skip
    ledger.post(key=f"deposit:{row.pk}", code="tax.deposited", legs=[Leg("bank", "tds_payable", 1)], at=at)
    side.keep("tax.deposit", "nia", row.pk)
