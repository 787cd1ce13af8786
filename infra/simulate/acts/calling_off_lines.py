"""Customer, seller or brand calls off some of a part before it is shipped, or tries to when it is too late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.acts.sellers import row
from infra.simulate.giving import given
from infra.simulate.market import expect
from infra.simulate.model.credit import CALLED_OFF
from infra.simulate.model.line import DELIVERY
from infra.simulate.model.sale import State
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part, Sale

ABLE = (State.PLACED, State.ACCEPTED, State.PACKED)
TOO_EARLY_OR_LATE = (State.AWAITING, State.SHIPPED, State.DELIVERED, State.COMPLETED, State.CANCELLED, State.DECLINED)
ROLES = ("customer", "seller", "brand")


@dataclass(frozen=True, slots=True)
class Wish:
    sale: Sale
    part: Part
    units: dict[str, int]
    role: str
    key: str


@act(weight=9, ready=lambda market: market.parts(*ABLE))
def calling_off_lines(market: Market, dice: Dice) -> None:
    """Some pieces of some lines, a whole line, all that is left, or one more than that."""
    sale, part = dice.one(market.parts(*ABLE))
    left = {good: part.left[good].line.count for good in sorted(part.lines) if part.left[good].line.count}
    whole = dice.one((False, False, False, True))
    goods = sorted(left) if whole else sorted({dice.one(sorted(left)) for _ in range(dice.number(1, len(left)))})
    units = {good: left[good] if whole else dice.number(1, left[good]) for good in goods}
    if dice.number(0, 9) == 9:
        units[goods[0]] = left[goods[0]] + 1
    wish = Wish(sale, part, units, dice.one(ROLES), f"off-{sale.number}-{len(market.trace)}")
    _try(market, wish)
    if dice.number(0, 2) == 2:
        _again(market, wish)


@act(weight=2, ready=lambda market: market.parts(*TOO_EARLY_OR_LATE))
def calling_off_when_it_is_too_late(market: Market, dice: Dice) -> None:
    """Or before it is paid. Nothing moves."""
    sale, part = dice.one(market.parts(*TOO_EARLY_OR_LATE))
    good = dice.one(sorted(part.lines))
    _try(market, Wish(sale, part, {good: 1}, dice.one(ROLES), f"late-{sale.number}-{len(market.trace)}"))


def _try(market: Market, wish: Wish) -> None:
    from haat.core.errors import DomainError
    from haat.orders.models import Credit

    part, why_not = wish.part, _why_not(wish)
    market.tell(f"the {wish.role} calls off {wish.units} of {part.number}, which is {part.state}")
    before = Credit.objects.count()
    try:
        _call_off(market, wish)
    except DomainError as error:
        expect(why_not, "{} of {} could not be called off: {}", wish.units, part.number, error)
        expect(Credit.objects.count() == before, "{} was refused and wrote a credit", part.number)
        market.tell(f"  refused: {error.code}")
        market.figures["lines not called off"] += 1
        return
    expect(not why_not, "{} of {} were called off: {}", wish.units, part.number, why_not)
    _write_down(market, wish)


def _why_not(wish: Wish) -> str:
    sale, part = wish.sale, wish.part
    if part.state not in ABLE:
        return f"it is {part.state}"
    if wish.role != "seller" and not sale.is_cash and sale.dispute is not None and sale.dispute.is_open:
        return "a bank asks for its payment"
    short = [good for good, units in wish.units.items() if units > part.left[good].line.count]
    return f"so many of {short} are not left" if short else ""


def _call_off(market: Market, wish: Wish) -> None:
    """As the three APIs do."""
    from haat.checkout import services as checkout
    from haat.orders import queries as orders
    from haat.orders import services as order_services
    from haat.orders.types import Taken

    lines = [Taken(wish.part.lines[good], units) for good, units in wish.units.items()]
    facts: dict[str, Any] = {"lines": lines, "reason": "Not needed", "key": wish.key, "at": market.at}
    if wish.role == "seller":
        order_services.cancel_lines(part=row(wish.part), by_seller=True, **facts)
        return
    order = orders.order(wish.sale.id)
    if wish.role == "customer":
        checkout.cancel(order=order, part_number=wish.part.number, **facts)
        return
    with as_staff("nia"):
        checkout.cancel(order=order, part_number=wish.part.number, **facts)


def _write_down(market: Market, wish: Wish) -> None:
    from haat.orders.models import Credit

    sale, part = wish.sale, wish.part
    made = Credit.objects.get(key=wish.key)
    expect((made.cause, str(made.part_id)) == (CALLED_OFF, part.id), "{} is a credit of {}", part.number, made)
    is_last = all(part.left[good].line.count == wish.units.get(good, 0) for good in part.lines)
    taken = {good: (units, 0) for good, units in wish.units.items()}
    given(market, part, made, taken, delivery=None if is_last else 0)
    for good, units in wish.units.items():
        market.goods[good].on_hand += units
    market.figures["lines called off"] += 1
    if not is_last:
        return
    expect(not part.left[DELIVERY].line.paid, "{} ended, and its delivery is still to be paid", part.number)
    part.state = State.DECLINED if wish.role == "seller" else State.CANCELLED
    if sale.is_over:
        sale.state, sale.holds = State.CANCELLED, False
    market.figures["parts called off by lines"] += 1


def _again(market: Market, wish: Wish) -> None:
    """The same with the same key: what was done is done, what was refused is refused."""
    from haat.core.errors import DomainError
    from haat.orders.models import Credit

    before = Credit.objects.count()
    try:
        _call_off(market, wish)
    except DomainError as error:
        expect(not Credit.objects.filter(key=wish.key).exists(), "{} was done, and again: {}", wish.key, error)
    expect(Credit.objects.count() == before, "the same key called off {} twice", wish.part.number)
    market.figures["lines called off again"] += 1
