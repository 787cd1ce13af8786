"""The market of one run: the brand's side and the model's side of it, and what was done to both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from infra.simulate import terms
from infra.simulate.model.desk import Desk
from infra.simulate.model.sale import Sale, State

if TYPE_CHECKING:
    from datetime import datetime

    from infra.simulate.model.card import Card
    from infra.simulate.model.discount import Code
    from infra.simulate.model.goods import Good
    from infra.simulate.model.request import Request
    from infra.simulate.model.sale import Part
    from infra.simulate.moment import Moment
    from infra.simulate.provider import Provider
    from infra.simulate.stage import Stage


class Wrong(AssertionError):
    """The market and the model disagree: a bug of Haat, or of the model."""


@dataclass(slots=True)
class Market:
    stage: Stage
    goods: dict[str, Good] = field(default_factory=lambda: {good.name: good for good in terms.goods()})
    codes: dict[str, Code] = field(default_factory=lambda: {code.name: code for code in terms.codes()})
    sales: list[Sale] = field(default_factory=list)
    desk: Desk = field(default_factory=Desk)
    sold_in_year: Counter[str] = field(default_factory=Counter)
    asleep: bool = False  # the worker is down
    cards: dict[str, Card] = field(default_factory=dict)  # gift cards
    reckoned: set[str] = field(default_factory=set)  # credits whose fees went back before the model knew of them
    settled: set[str] = field(
        default_factory=set
    )  # credits, and parts that were called off, whose money a job gave back
    paid_parts: set[str] = field(default_factory=set)  # that are in a payout
    held_parts: set[str] = field(default_factory=set)  # when all work was done last
    is_at_rest: bool = True  # no work was left after the last step
    released: set[str] = field(default_factory=set)  # shares that were seen to be paid out
    trace: list[str] = field(default_factory=list)
    figures: Counter[str] = field(default_factory=Counter)

    @property
    def provider(self) -> Provider:
        return self.stage.provider

    @property
    def moment(self) -> Moment:
        return self.stage.moment

    @property
    def at(self) -> datetime:
        return self.moment.at

    def tell(self, words: str) -> None:
        self.trace.append(words)

    def waiting(self) -> list[Sale]:
        """Orders that somebody may still pay."""
        return [sale for sale in self.sales if sale.state == State.AWAITING and sale.orders]

    def parts(self, *states: State) -> list[tuple[Sale, Part]]:
        return [(sale, part) for sale in self.sales for part in sale.parts if part.state in states]

    def part(self, key: str) -> Part:
        return next(part for sale in self.sales for part in sale.parts if part.id == key)

    def requests(self, *states: str, kinds: tuple[str, ...] = ()) -> list[tuple[Sale, Part, Request]]:
        return [
            (sale, part, one)
            for sale in self.sales for part in sale.parts for one in part.requests
            if (not states or one.state in states) and (not kinds or one.kind in kinds)
        ]  # fmt: skip

    @property
    def has_earned(self) -> bool:
        """Whether there may be anything to pay to sellers."""
        return bool(self.desk.adjustments or self.desk.proposed or self.parts(State.COMPLETED))

    def held(self, good: str) -> int:
        """For orders that are not paid yet, and for what is sent in exchange."""
        exchanged = sum(one.holds.get(good, 0) for sale in self.sales for part in sale.parts for one in part.requests)
        return exchanged + sum(
            part.share.pieces.get(good, 0)
            for sale in self.sales if sale.holds and sale.state == State.AWAITING
            for part in sale.parts
        )  # fmt: skip

    def free(self, good: str) -> int:
        return self.goods[good].on_hand - self.held(good)

    def uses(self, code: str) -> int:
        return sum(sale.uses(code) for sale in self.sales)


def expect(holds: object, words: str, *facts: Any) -> None:
    """Raise Wrong unless it holds."""
    if not holds:
        raise Wrong(words.format(*facts) if facts else words)
