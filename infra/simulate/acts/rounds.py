"""What the clock starts every few seconds: letting go of unpaid orders, asking the provider, windows, payouts, proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

EVERY = (
    "checkout.expire_unpaid", "payments.reconcile", "fulfilment.close_ripe_parts", "payouts.release_due", "books.reconcile",
)  # fmt: skip


@act(weight=12)
def a_round(market: Market, dice: Dice) -> None:
    from haat.core import jobs

    name = dice.one(EVERY)
    market.tell(f"round: {name}")
    jobs.enqueue(name)
