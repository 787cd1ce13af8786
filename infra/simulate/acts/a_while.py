"""Time passes: a little, past a reservation, past a return window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

LENGTHS = ({"seconds": 5}, {"minutes": 3}, {"minutes": 16}, {"hours": 7}, {"days": 1}, {"days": 8})


@act(weight=6)
def a_while(market: Market, dice: Dice) -> None:
    much = dice.one(LENGTHS)
    market.tell(f"{' '.join(f'{count} {unit}' for unit, count in much.items())} pass")
    market.moment.pass_by(**much)
    market.provider.work()
