"""Sellers count their shelves and change their prices while people buy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act
from infra.simulate.market import expect

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


@act(weight=4)
def goods_arrive(market: Market, dice: Dice) -> None:
    from haat.core.context import SYSTEM
    from haat.inventory import services as inventory

    name, count = dice.one(sorted(market.goods)), dice.number(1, 6)
    inventory.adjust(offer=market.stage.offers[name], delta=count, reason="received", at=market.at, actor=SYSTEM)
    market.goods[name].on_hand += count
    market.tell(f"{count} of {name} arrive")


@act(weight=2)
def goods_are_gone(market: Market, dice: Dice) -> None:
    """A count that finds less; what is set aside for orders cannot be counted away."""
    from haat.core.context import SYSTEM
    from haat.core.errors import DomainError
    from haat.inventory import services as inventory

    name, count = dice.one(sorted(market.goods)), dice.number(1, 6)
    market.tell(f"{count} of {name} are gone")
    try:
        inventory.adjust(offer=market.stage.offers[name], delta=-count, reason="corrected", at=market.at, actor=SYSTEM)
    except DomainError:
        expect(market.free(name) < count or market.asleep, "{}: a count of {} less was refused", name, count)
        return
    market.goods[name].on_hand -= count


@act(weight=2)
def a_price_changes(market: Market, dice: Dice) -> None:
    """Orders that were made keep theirs."""
    from haat.catalog.models import Offer

    good = market.goods[dice.one(sorted(market.goods))]
    good.price = max(100, good.price * dice.number(70, 130) // 100 + dice.number(0, 9))
    offer = market.stage.offers[good.name]
    Offer.objects.filter(pk=offer.pk).update(price_minor=good.price, mrp_minor=4 * good.price)
    market.tell(f"{good.name} costs {good.price}")
