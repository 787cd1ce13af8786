"""A gift card: what it pays of an order, and what of it goes back when something of the order does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infra.simulate.model.arithmetic import share_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from infra.simulate.model.bill import Bill


@dataclass(slots=True)
class Card:
    """`lapsed` of it became the brand's when it had ended."""

    id: str
    code: str
    amount: int
    is_paid_for: bool  # money came to the bank for it; else the brand gave it away
    expires_at: datetime
    is_blocked: bool = False
    lapsed: int = 0


def pays(made: Bill, own: Collection[str], left: int, least: int, *, cash: bool) -> dict[str, int]:
    """By seller. Nothing of third parties' goods; and what is left to pay online is nothing, or as much as can be paid."""
    mine = [share for share in made.shares if share.seller in own]
    minor = min(left, sum(share.paid for share in mine))
    rest = made.total - minor
    if not cash and 0 < rest < least:
        minor = max(0, minor - (least - rest))
    parts = share_out(minor, [share.paid for share in mine])
    return {share.seller: part for share, part in zip(mine, parts, strict=True)}


def goes_back(card: int, price: int, given: Iterable[tuple[int, bool]]) -> list[int]:
    """Of each amount given back, in their order, what the card gets that paid `card` of `price`.

    After each it has had its proportion of all, rounded down. What a bank took (True) comes of the other payment; the
    card takes over where nothing is left of that. Never more than is given back.
    """
    gone, to_card, other = 0, 0, price - card
    found: list[int] = []
    for minor, by_bank in given:
        gone += minor
        fair = to_card if by_bank or not card else min(card, card * gone // price)
        one = min(minor, max(fair - to_card, minor - other, 0))
        to_card, other = to_card + one, other - (minor - one)
        found.append(one)
    return found
