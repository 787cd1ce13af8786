"""A customer wants to give something back, to change it, or says what was wrong with it, in time or too late."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.acts.sellers import row
from infra.simulate.market import expect
from infra.simulate.model.request import CANCELLED, REJECTED, REQUESTED, Request, Wish
from infra.simulate.model.sale import ARRIVED

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part, Sale

WINDOW = {"return": timedelta(days=7), "exchange": timedelta(days=7), "claim": timedelta(days=30)}
REASONS = {"return": ("changed_mind", "damaged"), "exchange": ("size", "wrong_item"), "claim": ("damaged", "missing")}
OPEN_MOST = 3  # requests of a part


def _askable(market: Market) -> list[tuple[Sale, Part]]:
    found = [
        (sale, part) for sale, part in market.parts(*ARRIVED) if sum(one.is_open for one in part.requests) < OPEN_MOST
    ]
    return [
        (sale, part) for sale, part in found if part.arrived_at and market.at < part.arrived_at + timedelta(days=31)
    ]


def _refused(market: Market) -> list[tuple[Sale, Part, Request]]:
    return [found for found in market.requests(REJECTED) if not found[2].was_counted]


def _wishes(market: Market, dice: Dice, part: Part, kind: str) -> list[Wish]:
    names = sorted(part.lines)
    chosen = sorted({dice.one(names) for _ in range(dice.number(1, len(names)))})
    reason, found = dice.one(REASONS[kind]), []
    for name in chosen:
        bought = part.left[name].bought
        wish = Wish(name, dice.number(1, bought.count), reason)  # as many as were bought; perhaps some were called off
        if kind == "exchange":
            others = [
                good.name for good in market.goods.values()
                if good.name != name and (good.product or good.name) == (market.goods[name].product or name)
            ]  # fmt: skip
            if not others:
                continue
            wish.instead = dice.one(sorted(others))
            cheaper = bought.price // bought.count - market.goods[wish.instead].price
            wish.cheaper_by = bought.paid * cheaper * wish.units // bought.price if bought.price else 0
        found.append(wish)
    return found


def _why_not(market: Market, part: Part, kind: str, wishes: list[Wish]) -> str:
    if part.arrived_at is None or market.at > part.arrived_at + WINDOW[kind]:
        return "it is too late"
    for wish in wishes:
        row = part.left[wish.good]
        if wish.units > row.line.count or row.asked + wish.units > part.sent(wish.good):
            return f"so many of {wish.good} are not left"
        if wish.instead and market.goods[wish.instead].price * row.bought.count > row.bought.price:
            return "the other one costs more"
    return ""


@act(weight=14, ready=_askable)
def asking_back(market: Market, dice: Dice) -> None:
    from haat.core.errors import DomainError
    from haat.payments.types import PayeeSpec
    from haat.returns import services as returns
    from haat.returns.types import Wanted

    sale, part = dice.one(_askable(market))
    kind = dice.one(("return", "return", "claim", "exchange"))
    wishes = _wishes(market, dice, part, kind)
    if not wishes:
        return
    told = {one.good: one.units for one in wishes}
    market.tell(f"{sale.customer} asks for a {kind} of {told} of {part.number} ({wishes[0].reason})")
    wanted = [
        Wanted(part.lines[one.good], one.units, one.reason, market.stage.offers[one.instead].pk if one.instead else None)
        for one in wishes
    ]  # fmt: skip
    payee = PayeeSpec("upi", sale.customer, vpa=f"{sale.customer}@upi") if sale.is_cash else None
    why_not = _why_not(market, part, kind, wishes)
    try:
        made = returns.ask(part=row(part), kind=kind, lines=wanted, note="", at=market.at, payee=payee)
    except DomainError as error:
        expect(why_not, "a {} of {} was refused ({}), and it should not", kind, part.number, error)
        market.tell(f"  refused: {error.code}")
        return
    expect(not why_not, "a {} of {} was taken: {}", kind, part.number, why_not)
    for one in wishes:
        part.left[one.good].asked += one.units
    part.requests.append(Request(str(made.pk), made.number, kind, wishes, made.answer_by))
    market.figures["requests"] += 1


@act(weight=2, ready=lambda market: market.requests(REQUESTED, "approved"))
def withdrawing(market: Market, dice: Dice) -> None:
    from haat.returns import services as returns
    from haat.returns.models import Return

    _, part, one = dice.one(market.requests(REQUESTED, "approved"))
    market.tell(f"{one.number} is withdrawn")
    returns.withdraw(found=Return.objects.get(pk=one.id), at=market.at)
    give_units_back(part, one)
    one.state, one.holds = CANCELLED, {}


@act(weight=2, ready=_refused)
def going_to_the_brand(market: Market, dice: Dice) -> None:
    """The customer does not take the seller's no."""
    from haat.core.errors import DomainError
    from haat.returns import services as returns
    from haat.returns.models import Return

    _, part, one = dice.one(_refused(market))
    market.tell(f"{one.number} is brought before the brand")
    able = all(
        part.left[wish.good].asked + wish.units <= part.sent(wish.good) for wish in one.wishes
    ) and not one.is_with_brand and not one.was_counted  # fmt: skip
    try:
        returns.escalate(found=Return.objects.get(pk=one.id), at=market.at)
    except DomainError as error:
        expect(not able, "{} cannot be brought before the brand: {}", one.number, error)
        return
    expect(able, "{} was brought before the brand, and it was decided", one.number)
    for wish in one.wishes:
        part.left[wish.good].asked += wish.units
    one.state, one.is_with_brand = REQUESTED, True


def give_units_back(part: Part, one: Request) -> None:
    for wish in one.wishes:
        part.left[wish.good].asked -= wish.units - (wish.accepted or 0)
