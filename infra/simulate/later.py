"""What Haat did by itself after a sale: time limits of answers, and what it heard and did about disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.giving import given
from infra.simulate.market import Wrong, expect
from infra.simulate.model import request as words
from infra.simulate.model.credit import reckon
from infra.simulate.model.line import DELIVERY
from infra.simulate.model.sale import ARRIVED

if TYPE_CHECKING:
    from infra.simulate.market import Market
    from infra.simulate.model.credit import Taken
    from infra.simulate.model.dispute import Dispute
    from infra.simulate.model.sale import Part, Sale


def answered(market: Market) -> None:
    """What sellers let lie for two days: returns and exchanges are agreed to, claims go to the brand."""
    from haat.returns.models import Return

    now = {str(pk): facts for pk, *facts in Return.objects.values_list("pk", "status", "is_escalated")}
    for _, _, one in market.requests():
        state, is_with_brand = now[one.id]
        if (state, is_with_brand) == (one.state, one.is_with_brand):
            continue
        expect(one.answer_by <= market.at, "{} is {} before its time was over", one.number, state)
        if state == words.APPROVED and one.state == words.REQUESTED and one.kind != "claim":
            one.state = words.APPROVED
            one.holds = one.replacement()
        elif state == words.REQUESTED and is_with_brand:
            one.is_with_brand = True
        else:
            raise Wrong(f"{one.number} went from {one.state} to {state}, and nobody did that")
        market.figures["time limits"] += 1


def too_little(market: Market) -> None:
    """The provider sends no less than a rupee; staff has to pay that."""
    from haat.payments.models import Refund

    sales = {sale.id: sale for sale in market.sales if not sale.is_cash}
    for sale in sales.values():
        sale.too_little = {}
    rows = (
        Refund.objects.filter(payment__is_stray=False).exclude(status="processed").exclude(failure="", is_by_bank=False)
    )
    for row in rows.exclude(waits="balance").select_related("payment"):
        of = sales.get(str(row.payment.reference))
        if of is not None:
            expect(0 < row.sent_minor < 100, "{}: a refund of {} failed: {}", of.number, row.sent_minor, row.failure)
            of.too_little[str(row.pk)] = row.sent_minor


def heard(market: Market) -> None:
    """Disputes go forward, as the provider says; a lost one that sellers bear charges each part that arrived."""
    cases = {sale.dispute.id: (sale, sale.dispute) for sale in market.sales if sale.dispute is not None}
    if not cases:
        return
    from haat.payments.models import Dispute as Row

    for row in Row.objects.prefetch_related("shares"):
        if row.provider_dispute_id not in cases:
            continue
        sale, case = cases[row.provider_dispute_id]
        if (row.status, row.deducted_minor) != (case.state, case.taken - case.given):
            _moved(market, sale, case, row)
        if row.ended_at is not None and not case.lost:
            continue
        case.shares = {str(share.reference): share.amount_minor for share in row.shares.all()}
        for part in sale.parts:
            is_paid = part.share.paid > part.card
            expect(is_paid or part.id not in case.shares, "a card paid for {}, and it is disputed", part.number)
        if case.bearer == "seller":
            _charged(market, sale, case, row)


def _moved(market: Market, sale: Sale, case: Dispute, row: Any) -> None:
    theirs = market.provider.dispute(case.id)
    expect(not case.is_heard or case.is_open, "dispute {} ended and is {} again", case.id, row.status)
    expect(
        row.status == theirs["status"] or row.status in {"open", "under_review"}, "dispute {} is {} and here it is {}",
        case.id, theirs["status"], row.status,
    )  # fmt: skip
    case.state, case.taken = row.status, row.taken_minor
    case.given = row.taken_minor - row.deducted_minor if not case.is_open else 0
    market.figures[f"disputes {row.status}"] += 1
    market.tell(f"  dispute of {sale.number} is {row.status}")


def _charged(market: Market, sale: Sale, case: Dispute, row: Any) -> None:
    from haat.orders.models import Credit

    known = {one.key for part in sale.parts for one in part.credits}
    parts = {part.id: part for part in sale.parts}
    found = (
        Credit.objects.filter(cause="dispute", part__order__pk=sale.id).order_by("at", "pk").prefetch_related("lines")
    )
    short = {str(share.reference): share.lost_minor for share in row.shares.all()}
    for credit in found:
        if str(credit.pk) in known:
            continue
        part = parts[str(credit.part_id)]
        expect(part.id in case.shares, "{} was charged, and it is not disputed", part.number)
        expect(part.state in ARRIVED, "{} was charged, and it is {}", part.number, part.state)
        wanted = credit.customer_minor + short[part.id]
        expect(
            wanted <= case.shares[part.id], "{} was charged {}, of the dispute {} fall on it", part.number, wanted, case.shares[part.id]
        )  # fmt: skip
        taken, delivery = slices(part, wanted)
        case.short += short[part.id]
        made = given(market, part, credit, taken, delivery=delivery)
        if made.key in market.reckoned:
            market.sold_in_year[part.seller] -= reckon(part.left, made, is_free_of_tds=part.is_free_of_tds)


def slices(part: Part, wanted: int) -> tuple[Taken, int]:
    """Line by line as far as each goes, then of the delivery."""
    taken: Taken = {}
    for good in part.lines:
        piece = min(wanted, part.left[good].customer)
        if piece:
            taken[good] = (0, piece)
            wanted -= piece
    return taken, min(wanted, part.left[DELIVERY].line.paid)
