"""The provider misbehaves for a call or two: refuses, is out, or does what was asked and loses the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.acts import act

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

KINDS = ("lost", "truncated", "500_after", "502_after", "502", "500", "429", "409")
PATHS = ("/v1/payments/*/refund", "/v1/payments/*/transfers", "/v1/transfers/*", "/v1/orders*", "/v1/*")


@act(weight=4)
def a_fault(market: Market, dice: Dice) -> None:
    kind, path, times = dice.one(KINDS), dice.one(PATHS), dice.number(1, 2)
    market.provider.control("faults", kind=kind, method=dice.one(["POST", "*"]), path=path, times=times)
    market.figures["faults"] += 1
    market.tell(f"the provider will fail {path}: {kind}, {times} times")
