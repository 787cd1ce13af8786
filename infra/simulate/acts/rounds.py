"""What the clock starts every few seconds: letting go of unpaid orders, asking the provider, windows, payouts, proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

EVERY = (
    "checkout.expire_unpaid", "payments.reconcile", "fulfilment.close_ripe_parts", "payouts.release_due", "books.reconcile",
    "returns.answer_overdue", "giftcards.expire",
)  # fmt: skip


@act(weight=8)
def a_round(market: Market, dice: Dice) -> None:
    _start(market, dice.one(EVERY))


@act(weight=8, ready=lambda market: market.sales)
def days_go_by(market: Market, dice: Dice) -> None:
    """As they do in a shop that runs: what is due is done, in one order or another."""
    from infra.simulate.work import work

    days, turn = dice.one((1, 8)), dice.number(0, len(EVERY) - 1)
    market.moment.pass_by(days=days)
    market.provider.work()
    market.tell(f"{days} days go by")
    for name in EVERY[turn:] + EVERY[:turn]:
        _start(market, name)
        if not market.asleep:
            work(market)


def _start(market: Market, name: str) -> None:
    from haat.core import jobs

    market.tell(f"round: {name}")
    jobs.enqueue(name)
