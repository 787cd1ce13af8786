"""A customer's bank asks for a payment back; staff contests or accepts; the bank decides; somebody bears what is lost."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.later import slices
from infra.simulate.market import expect
from infra.simulate.model.dispute import ENDED, Dispute
from infra.simulate.model.sale import ARRIVED
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Sale

PAPER = b"%PDF-1.4 proof of delivery"
DECISIONS = ("won", "lost", "lost", "closed")


def _paid(market: Market) -> list[Sale]:
    """One dispute of a payment at a time, and none after a lost one."""
    return [
        sale for sale in market.sales
        if not sale.is_cash and sale.was_placed and sale.to_pay
        and (sale.dispute is None or (sale.dispute.state in ENDED and not sale.dispute.lost))
    ]  # fmt: skip


def _at_the_bank(market: Market) -> list[Sale]:
    return [
        sale for sale in market.sales
        if sale.dispute is not None and market.provider.dispute(sale.dispute.id)["status"] in {"open", "under_review"}
    ]  # fmt: skip


def _heard(market: Market) -> list[Sale]:
    return [sale for sale in market.sales if sale.dispute is not None and sale.dispute.is_open and _has_case(sale)]


def _undecided(market: Market) -> list[Sale]:
    return [
        sale for sale in market.sales
        if sale.dispute is not None and sale.dispute.lost and not sale.dispute.bearer and _has_case(sale, is_lost=True)
    ]  # fmt: skip


def _has_case(sale: Sale, *, is_lost: bool = False) -> bool:
    """Its case is opened by a job, which may not have run yet."""
    from haat.disputes.models import Case

    assert sale.dispute is not None  # noqa: S101 - of these sales
    rows = Case.objects.filter(dispute__provider_dispute_id=sale.dispute.id)
    return (rows.filter(state__in=["lost", "accepted"]) if is_lost else rows).exists()


def _case(sale: Sale) -> Any:
    from haat.disputes.models import Case

    assert sale.dispute is not None  # noqa: S101 - of these sales
    return Case.objects.get(dispute__provider_dispute_id=sale.dispute.id)


@act(weight=4, ready=_paid)
def a_bank_asks(market: Market, dice: Dice) -> None:
    """For all of a payment or some of it; the money goes at once, or when it is lost."""
    sale = dice.one(_paid(market))
    outside = market.provider.outside(market.stage.accounts)
    payment = next(one for one, placed in outside.placing(market.sales) if placed is sale)
    amount = dice.one((payment.amount, payment.amount // 2 + 1, dice.number(1, payment.amount)))
    at_once = bool(dice.number(0, 1))
    made = market.provider.control("disputes", payment=payment.id, amount=amount, deduct=at_once)
    sale.dispute = Dispute(made["id"], amount)
    market.figures["disputes"] += 1
    market.tell(f"a bank asks {amount} of {sale.number} back{', and takes it' if at_once else ''}")


@act(weight=4, ready=_at_the_bank)
def a_bank_decides(market: Market, dice: Dice) -> None:
    sale = dice.one(_at_the_bank(market))
    assert sale.dispute is not None  # noqa: S101 - of these sales
    is_reviewed = market.provider.dispute(sale.dispute.id)["status"] == "under_review"
    word = dice.one((*DECISIONS, "action_required") if is_reviewed else DECISIONS)
    market.provider.control(f"disputes/{sale.dispute.id}", status=word)
    market.tell(f"the bank of {sale.customer} decides on {sale.number}: {word}")


@act(weight=4, ready=_heard)
def staff_answers_a_bank(market: Market, dice: Dice) -> None:
    """With evidence, or by agreeing; a paper was perhaps added before."""
    from haat.core.errors import DomainError
    from haat.disputes import services as disputes

    sale = dice.one(_heard(market))
    wish = dice.one(("contest", "contest", "accept"))
    market.tell(f"staff wants to {wish} the dispute of {sale.number}")
    with as_staff("nia"):
        try:
            if wish == "contest":
                disputes.write_words(case=_case(sale), words="It arrived, and was signed for.")
                disputes.add_paper(
                    case=_case(sale), seller=None, kind="shipping_proof", name="proof.pdf", source=io.BytesIO(PAPER)
                )
            disputes.ask(case=_case(sale), wish=wish, at=market.at)
        except DomainError as error:
            market.tell(f"  refused: {error.code}")


@act(weight=5, ready=_undecided)
def somebody_bears_it(market: Market, dice: Dice) -> None:
    from haat.core.errors import DomainError
    from haat.disputes import services as disputes
    from haat.payments.models import DisputeShare

    sale = dice.one(_undecided(market))
    case = sale.dispute
    assert case is not None  # noqa: S101 - of these sales
    bearer = dice.one(("brand", "seller"))
    market.tell(f"the {bearer} bears the dispute of {sale.number}")
    rows = DisputeShare.objects.filter(dispute__provider_dispute_id=case.id)
    wanted = {str(row.reference): row.amount_minor - row.covered_minor for row in rows}
    too_much = [
        part.number for part in sale.parts
        if bearer == "seller" and part.state in ARRIVED and (minor := wanted.get(part.id, 0))
        and sum(money for _, money in slices(part, minor)[0].values()) + slices(part, minor)[1] < minor
    ]  # fmt: skip
    with as_staff("nia"):
        try:
            disputes.bear(case=_case(sale), bearer=bearer, note="As agreed", at=market.at)
        except DomainError as error:
            expect(too_much, "the {} cannot bear the dispute of {}: {}", bearer, sale.number, error)
            market.tell(f"  refused: {error.code}")
            return
    expect(not too_much, "{} was charged more than is left of it", too_much)
    case.bearer = bearer
    market.figures[f"borne by the {bearer}"] += 1
