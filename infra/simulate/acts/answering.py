"""Sellers, or the brand, agree to what customers ask or refuse it; goods are picked up, counted, and sent anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.acts.asking_back import give_units_back
from infra.simulate.giving import given
from infra.simulate.market import expect
from infra.simulate.model import request as words
from infra.simulate.model.credit import is_possible

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.request import Request
    from infra.simulate.model.sale import Part

AT_FAULT = {"damaged", "wrong_item", "missing"}


@act(weight=10, ready=lambda market: market.requests(words.REQUESTED))
def answering(market: Market, dice: Dice) -> None:
    from haat.core.errors import DomainError
    from haat.returns import services as returns

    _, part, one = dice.one(market.requests(words.REQUESTED))
    yes = dice.number(0, 3) < 3
    market.tell(f"{one.number} is {'agreed to' if yes else 'refused'}")
    if not yes:
        returns.reject(found=row(one), answer="No", at=market.at, by_brand=one.is_with_brand)
        give_units_back(part, one)
        one.state = words.REJECTED
        return
    wanted = one.replacement()
    short = [name for name, count in wanted.items() if market.free(name) < count]
    try:
        made = returns.approve(found=row(one), answer="Yes", at=market.at, by_brand=one.is_with_brand)
    except DomainError as error:
        expect(short or market.asleep, "{} could not be agreed to ({}), and all is there", one.number, error)
        market.tell(f"  refused: {error.code}")
        return
    expect(not short, "{} was agreed to, and there is not enough of {}", one.number, short)
    agreed(market, part, one, made)


def agreed(market: Market, part: Part, one: Request, made: Any) -> None:
    """A claim is paid at once; of an exchange the other thing is held."""
    one.state, one.holds = words.APPROVED, one.replacement()
    if one.kind == "claim":
        for wish in one.wishes:
            wish.accepted = wish.units
        refund(market, part, one, made)


@act(weight=3, ready=lambda market: _coming(market, words.APPROVED))
def picking_up(market: Market, dice: Dice) -> None:
    from haat.returns import services as returns

    _, _, one = dice.one(_coming(market, words.APPROVED))
    returns.pick_up(found=row(one), at=market.at)
    one.state = words.PICKED_UP
    market.tell(f"{one.number} is on its way back")


@act(weight=10, ready=lambda market: _coming(market, words.APPROVED, words.PICKED_UP))
def counting(market: Market, dice: Dice) -> None:
    """What arrived, what of it can be sold again, and what is accepted."""
    from haat.returns import services as returns
    from haat.returns.types import Counted

    _, part, one = dice.one(_coming(market, words.APPROVED, words.PICKED_UP))
    counts = []
    for wish in one.wishes:
        wish.accepted = wish.units if dice.number(0, 2) < 2 else dice.number(0, wish.units)
        received = wish.units if wish.accepted else dice.number(0, wish.units)
        good = dice.number(0, received)
        counts.append(
            Counted(part.lines[wish.good], received, good, wish.accepted, "Worn" if wish.accepted < wish.units else "")
        )
        market.goods[wish.good].on_hand += good
    market.tell(f"{one.number} arrives, accepted: { {wish.good: wish.accepted for wish in one.wishes} }")
    made = returns.receive(found=row(one), counts=counts, at=market.at)
    give_units_back(part, one)
    one.was_counted = True
    if not any(wish.accepted for wish in one.wishes):
        one.state, one.holds = words.REJECTED, {}
    elif one.kind == "exchange":
        one.state = words.RECEIVED
    else:
        refund(market, part, one, made)


@act(weight=6, ready=lambda market: market.requests(words.RECEIVED))
def sending_the_other(market: Market, dice: Dice) -> None:
    """What is accepted of an exchange is sent, and the difference goes back."""
    from haat.core.errors import DomainError
    from haat.returns import services as returns

    _, part, one = dice.one(market.requests(words.RECEIVED))
    lower = {wish.good: (0, wish.cheaper_by * (wish.accepted or 0) // wish.units) for wish in one.wishes}
    lower = {good: taken for good, taken in lower.items() if taken[1]}
    able = is_possible(part.left, lower)
    market.tell(f"the replacement of {one.number} is sent")
    try:
        made = returns.send_replacement(found=row(one), carrier="India Post", tracking_number="2", at=market.at)
    except DomainError as error:
        expect(not able or market.asleep, "the replacement of {} cannot be sent: {}", one.number, error)
        market.tell(f"  refused: {error.code}")
        return
    expect(able, "{}: more goes back than is left", one.number)
    for wish in one.wishes:
        if wish.accepted:
            market.goods[wish.instead].on_hand -= wish.accepted
    one.state, one.holds = words.EXCHANGED, {}
    market.figures["exchanged"] += 1
    expect(bool(made.credit_id) == bool(lower), "{}: a difference of {}", one.number, lower)
    if lower:
        given(market, part, made.credit, lower)


def refund(market: Market, part: Part, one: Request, made: Any) -> None:
    """With the last unit of a part its delivery goes back too, when the seller is at fault."""
    taken = {wish.good: (wish.accepted, 0) for wish in one.wishes if wish.accepted}
    is_last = all(part.left[good].line.count == taken.get(good, (0, 0))[0] for good in part.lines)
    at_fault = any(wish.reason in AT_FAULT for wish in one.wishes if wish.accepted)
    given(market, part, made.credit, taken, delivery=None if is_last and at_fault else 0)
    one.state = words.REFUNDED
    market.figures["returned"] += 1


def row(one: Request) -> Any:
    from haat.returns.models import Return

    return Return.objects.get(pk=one.id)


def _coming(market: Market, *states: str) -> list[tuple[Any, Part, Request]]:
    return market.requests(*states, kinds=("return", "exchange"))
