"""The brand's staff pays sellers: plans, runs by hand, a second person, holds, adjustments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate import paying
from infra.simulate.acts import act
from infra.simulate.market import expect
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

RESERVES = ((0, 0), (500, 7), (1_000, 30), (3_333, 3))
RAILS = ("none", "bank_file", "bank_file", "route_direct")


def _proposed(market: Market) -> list[Any]:
    from haat.payouts.models import PayoutRun

    return list(PayoutRun.objects.filter(status="proposed").order_by("number")) if market.has_earned else []


@act(weight=2)
def the_plan_changes(market: Market, dice: Dice) -> None:
    from haat.payouts import services as payouts

    reserve, days = dice.one(RESERVES)
    facts: dict[str, Any] = {
        "schedule": dice.one(("daily", "daily", "weekly", "manual")), "minimum_minor": dice.one((0, 0, 5_000, 200_000)),
        "reserve_bp": reserve, "reserve_days": days, "off_rail": dice.one(RAILS), "hold_days": dice.one((0, 0, 2)),
    }  # fmt: skip
    seller = dice.one(["", "", "", *sorted(market.stage.sellers)])
    if not seller:
        facts |= {"second_person_minor": dice.one((None, 100_000)), "adjustment_alone_minor": dice.one((None, 10_000))}
        market.desk.alone_most = facts["adjustment_alone_minor"]
    market.tell(f"the plan of {seller or 'the brand'} is {facts}")
    with as_staff("nia"):
        if seller:
            payouts.set_seller_plan(seller=market.stage.sellers[seller], facts=facts)
        else:
            payouts.set_brand_plan(facts=facts)


@act(weight=6, ready=lambda market: market.has_earned)
def staff_pays(market: Market, dice: Dice) -> None:  # noqa: ARG001 - nothing to choose
    """When all work is done, each payout is what its seller earned, less what is not due yet."""
    from haat.core.errors import DomainError
    from haat.payouts import services as payouts

    market.tell("staff runs payouts")
    with as_staff("nia"):
        payouts.release_reserves(at=market.at)
        due = paying.due(market) if market.is_at_rest else None
        try:
            run, _ = payouts.run_payouts(at=market.at)
        except DomainError as error:
            market.tell(f"  refused: {error.code}")
            return
    if run is not None and due is not None:
        paying.judge(market, run, due)


@act(weight=5, ready=_proposed)
def a_second_person_decides(market: Market, dice: Dice) -> None:
    """Not the one who proposed it. Of a run of the schedule, the first of two says yes, or it ends."""
    from haat.core.errors import DomainError
    from haat.payouts import services as payouts

    run = dice.one(_proposed(market))
    who, yes = dice.one(("kiran", "kiran", "nia")), dice.number(0, 3) < 3
    market.tell(f"{who} {'approves' if yes else 'rejects'} run {run.number}")
    agreed = market.desk.agreed.setdefault(run.number, "nia" if run.proposed_by else "")
    is_own = agreed == who
    with as_staff(who):
        try:
            after = payouts.approve(run=run, at=market.at) if yes else payouts.reject(
                run=run, reason="Look first", at=market.at
            )  # fmt: skip
        except DomainError as error:
            expect(is_own and yes, "run {} could not be decided by {}: {}", run.number, who, error)
            return
    expect(not (is_own and yes), "run {} was approved by one person twice", run.number)
    wanted = "rejected" if not yes else "approved" if agreed else "proposed"
    expect(after.status == wanted, "run {} is {} after {}; it should be {}", run.number, after.status, who, wanted)
    if yes:
        market.desk.agreed[run.number] = agreed or who
        market.figures["runs approved by two" if agreed else "runs approved by the first"] += 1


@act(weight=1, ready=lambda market: market.sales)
def a_seller_is_held(market: Market, dice: Dice) -> None:
    """Or let go again."""
    from haat.payouts import services as payouts
    from haat.payouts.models import PayoutHold

    name = dice.one(sorted(market.stage.sellers))
    seller = market.stage.sellers[name]
    held = PayoutHold.objects.filter(seller=seller, payout=None, released_at=None).first()
    market.tell(f"{name} is {'let go' if held else 'held'}")
    with as_staff("nia"):
        if held:
            payouts.let_go(hold=held, reason="Cleared", at=market.at)
        else:
            payouts.hold(seller=seller, reason="Look into it", at=market.at)


@act(weight=2, ready=lambda market: market.sales)
def a_seller_is_adjusted(market: Market, dice: Dice) -> None:
    from haat.payouts import services as payouts

    name = dice.one(sorted(market.stage.sellers))
    amount = dice.one((1, -1)) * dice.one((1, 4_999, 25_001, 500_000))
    with as_staff("nia"):
        row = payouts.adjust(seller=market.stage.sellers[name], amount_minor=amount, reason="As agreed", at=market.at)
    market.desk.give(row, name)
    needs = str(row.pk) in market.desk.proposed
    expect((row.status == "proposed") == needs, "an adjustment of {} is {}", amount, row.status)
    market.figures["adjustments"] += 1
    market.tell(f"{name} is given {amount}{', if somebody else agrees' if needs else ''}")


@act(weight=3, ready=lambda market: market.desk.proposed)
def an_adjustment_is_decided(market: Market, dice: Dice) -> None:
    from haat.core.errors import DomainError
    from haat.payouts import services as payouts
    from haat.payouts.models import Adjustment

    key = dice.one(sorted(market.desk.proposed))
    row, yes, made = Adjustment.objects.get(pk=key), dice.number(0, 3) < 3, market.desk.proposed[key]
    with as_staff("kiran"):
        try:
            if yes:
                payouts.approve_adjustment(row=row, at=market.at)
            else:
                payouts.reject_adjustment(row=row, reason="No", at=market.at)
        except DomainError as error:
            is_less = not market.is_at_rest or paying.debts(market)[made.seller] < made.amount
            expect(made.is_write_off and is_less, "{} for {} was not agreed to: {}", made.amount, made.seller, error)
            return
    del market.desk.proposed[key]
    if yes:
        market.desk.adjustments.append(made)
    market.tell(f"{made.amount} for {made.seller}: {'agreed' if yes else 'refused'}")
