"""Staff lowers a price after the sale, out of the seller's pocket or the brand's; a parcel comes back that nobody took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.acts.sellers import row
from infra.simulate.giving import given
from infra.simulate.market import expect
from infra.simulate.model.sale import ARRIVED, State

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


@act(weight=5, ready=lambda market: market.parts(*ARRIVED))
def a_price_is_lowered(market: Market, dice: Dice) -> None:
    from haat.core.errors import DomainError
    from haat.returns import services as returns

    sale, part = dice.one(market.parts(*ARRIVED))
    good = dice.one(sorted(part.lines))
    left = part.left[good]
    amount = dice.one((left.customer // 10 + 1, left.customer // 3 + 1, left.customer, left.customer + 1, 1))
    payer = dice.one(("brand", "seller"))
    if not amount:
        return
    market.tell(f"{amount} of {good} in {part.number} are given back by the {payer}")
    before = left.customer
    try:
        made = returns.give(
            part=row(part), line_id=part.lines[good], amount_minor=amount, paid_by=payer, reason="Scratched",
            key=f"goodwill-{sale.number}-{len(market.trace)}", at=market.at,
        )  # fmt: skip
    except DomainError as error:
        expect(amount > before, "{}: {} of {} were refused ({})", part.number, amount, before, error)
        market.tell(f"  refused: {error.code}")
        return
    expect(amount <= before, "{}: {} were given back of {}", part.number, amount, before)
    given(market, part, made, {good: (0, amount)}, is_gift=payer == "brand")


@act(weight=2, ready=lambda market: market.parts(State.SHIPPED))
def a_parcel_comes_back(market: Market, dice: Dice) -> None:
    from haat.returns import services as returns

    sale, part = dice.one(market.parts(State.SHIPPED))
    good = {name: dice.number(0, part.sent(name)) for name in sorted(part.lines)}
    market.tell(f"{part.number} comes back undelivered; can be sold again: {good}")
    made = returns.come_back(
        part=row(part), resellable={part.lines[name]: count for name, count in good.items()}, reason="Nobody at home",
        at=market.at,
    )  # fmt: skip
    taken = {name: (part.sent(name), 0) for name in part.lines if part.sent(name)}
    given(market, part, made.credit, taken, delivery=None)
    part.state = State.CANCELLED
    for name, count in good.items():
        market.goods[name].on_hand += count
    if sale.is_over:
        sale.state, sale.holds = State.CANCELLED, False
    market.figures["came back"] += 1
