"""Sellers accept, pack, ship and deliver their parts, or decline them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.model.sale import State
from infra.simulate.news import ended

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part

FORWARD = (State.PLACED, State.ACCEPTED, State.PACKED, State.SHIPPED)
BEFORE_SHIPPING = (State.PLACED, State.ACCEPTED, State.PACKED)


@act(weight=34, ready=lambda market: market.parts(*FORWARD))
def a_seller_goes_on(market: Market, dice: Dice) -> None:
    """As many steps as chosen, up to the door."""
    _, part = dice.one(market.parts(*FORWARD))
    for _ in range(dice.number(1, 4)):
        if part.state in FORWARD:
            _step(market, part)


@act(weight=9, ready=lambda market: market.parts(State.PLACED, State.ACCEPTED))
def a_seller_packs(market: Market, dice: Dice) -> None:
    """Its invoice is due then: what is called off afterwards is taken back by a note."""
    from haat.fulfilment import services as fulfilment

    _, part = dice.one(market.parts(State.PLACED, State.ACCEPTED))
    if part.state == State.PLACED:
        fulfilment.accept(part=row(part), at=market.at)
    fulfilment.pack(part=row(part), at=market.at)
    part.state = State.PACKED
    market.tell(f"{part.seller}: {part.number} is {part.state}")


@act(weight=2, ready=lambda market: market.parts(*BEFORE_SHIPPING))
def a_seller_declines(market: Market, dice: Dice) -> None:
    from haat.fulfilment import services as fulfilment

    sale, part = dice.one(market.parts(*BEFORE_SHIPPING))
    fulfilment.decline(part=row(part), reason="Broken", at=market.at)
    ended(market, sale, part, State.DECLINED)
    market.tell(f"{part.seller} declines {part.number}")


def _step(market: Market, part: Part) -> None:
    from haat.fulfilment import services as fulfilment

    if part.state == State.PLACED:
        fulfilment.accept(part=row(part), at=market.at)
        part.state = State.ACCEPTED
    elif part.state in {State.ACCEPTED, State.PACKED}:
        fulfilment.ship(part=row(part), carrier="India Post", tracking_number="1", at=market.at)
        part.state = State.SHIPPED
    else:
        fulfilment.deliver(part=row(part), return_window_days=7, at=market.at)
        part.state, part.arrived_at = State.DELIVERED, market.at
        market.figures["delivered"] += 1
    market.tell(f"{part.seller}: {part.number} is {part.state}")


def row(part: Part) -> Any:
    from haat.orders.models import SellerOrder

    return SellerOrder.objects.select_related("order", "seller").get(pk=part.id)
