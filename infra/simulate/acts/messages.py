"""The provider's messages arrive: late, twice, in another order, or never."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.market import expect

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


@act(weight=14, ready=lambda market: market.provider.waiting())
def messages(market: Market, dice: Dice) -> None:
    waiting = market.provider.waiting()
    for _ in range(dice.number(1, min(4, len(waiting)))):
        row = dice.one(waiting)
        waiting.remove(row)
        again = dice.number(1, 2)
        market.tell(f"message {row['event']} arrives{' twice' if again > 1 else ''}")
        for _ in range(again):
            deliver(market, row)
        market.provider.note(row["seq"], "delivered")


@act(weight=3, ready=lambda market: market.provider.waiting())
def a_lost_message(market: Market, dice: Dice) -> None:
    row = dice.one(market.provider.waiting())
    market.provider.note(row["seq"], "dropped")
    market.figures["messages lost"] += 1
    market.tell(f"message {row['event']} is lost")


@act(weight=2, ready=lambda market: market.provider.sent())
def an_old_message(market: Market, dice: Dice) -> None:
    """One that was delivered before, under its own id or as if it were new."""
    from haat.payments import services as payments

    row = dice.one(market.provider.sent())
    parcel = market.provider.parcel(row)
    event = parcel.event_id if dice.number(0, 1) else f"again-{len(market.trace)}"
    market.tell(f"message {row['event']} arrives once more as {event}")
    is_new = payments.receive(body=parcel.body, signature=parcel.signature(), event_id=event, at=market.at)
    expect(
        is_new == (event != parcel.event_id),
        "message {} was taken for {}",
        event,
        "a new one" if is_new else "an old one",
    )


def deliver(market: Market, row: Any) -> None:
    from haat.payments import services as payments

    parcel = market.provider.parcel(row)
    payments.receive(body=parcel.body, signature=parcel.signature(), event_id=parcel.event_id, at=market.at)
    market.figures["messages"] += 1
