"""A customer or the brand calls off a part or the whole of an order, or tries to when it is too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.market import expect
from infra.simulate.model.sale import State
from infra.simulate.news import ended

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

ABLE = {State.AWAITING, State.PLACED, State.ACCEPTED, State.PACKED}


@act(weight=5, ready=lambda market: [sale for sale in market.sales if not sale.is_over])
def calling_off(market: Market, dice: Dice) -> None:
    from haat.checkout import services as checkout
    from haat.core.errors import DomainError
    from haat.orders import queries as orders

    sale = dice.one([sale for sale in market.sales if not sale.is_over])
    only = dice.one([None, *sale.parts])
    able = [part for part in (sale.parts if only is None else [only]) if part.state in ABLE]
    if only is not None and sale.state == State.AWAITING and len(sale.parts) > 1:
        able = []  # it is paid as a whole
    case = sale.dispute
    if sale.was_placed and case is not None and case.is_open:
        able = []  # until the bank has decided
    market.tell(f"{sale.number}{f' part {only.number}' if only else ''} is called off")
    try:
        checkout.cancel(
            order=orders.order(sale.id), part_number=only.number if only else None, reason="Not needed", at=market.at
        )
    except DomainError as error:
        expect(
            not able,
            "{} was refused ({}), and {} could be called off",
            sale.number,
            error.code,
            [part.number for part in able],
        )
        market.tell(f"  refused: {error.code}")
        return
    expect(bool(able), "{} was called off when it was too late", sale.number)
    for part in able:
        ended(market, sale, part, State.CANCELLED)
