"""The provider pays some of what it holds to the brand's bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.provider import KEY

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


@act(weight=1, ready=lambda market: market.sales)
def a_settlement(market: Market, dice: Dice) -> None:
    amount = dice.number(1, 50_000)
    market.provider.control("settlements", key_id=KEY, amount=amount)
    market.desk.settled += amount
    market.figures["settlements"] += 1
    market.tell(f"the provider settles {amount}")
