"""What a promotion takes off each line. Pure: values in, discounts out, in the order of the goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import share, spread
from haat.promotions.types import BUY_GET, FIXED, FIXED_PRICE, FREE_SHIPPING, PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.promotions.types import Goods, Rule


def discount(rule: Rule, goods: Sequence[Goods], values: Sequence[int]) -> list[int]:
    """The discount of each line. `values` are what the lines cost after earlier promotions; no part exceeds its value."""
    covered = [value if rule.covers(line) else 0 for line, value in zip(goods, values, strict=True)]
    parts = WAYS[rule.benefit](rule, goods, covered)
    total = sum(parts)
    if rule.cap_minor is not None and total > rule.cap_minor:
        return spread(rule.cap_minor, parts)
    return parts


def _percent(rule: Rule, _goods: Sequence[Goods], values: Sequence[int]) -> list[int]:
    return _spread(share(sum(values), rule.percent_bp), values)


def _fixed(rule: Rule, _goods: Sequence[Goods], values: Sequence[int]) -> list[int]:
    return _spread(min(rule.amount_minor, sum(values)), values)


def _fixed_price(rule: Rule, goods: Sequence[Goods], values: Sequence[int]) -> list[int]:
    wanted = [rule.amount_minor * line.quantity for line in goods]
    return [max(0, value - price) for value, price in zip(values, wanted, strict=True)]


def _buy_get(rule: Rule, goods: Sequence[Goods], values: Sequence[int]) -> list[int]:
    """Of every `buy + get` covered pieces the cheapest `get` are reduced: those a shopper pays are the dearest."""
    pieces = [
        (piece, index)
        for index, (line, value) in enumerate(zip(goods, values, strict=True))
        if value
        for piece in spread(value, [1] * line.quantity)
    ]
    got = len(pieces) // (rule.buy_quantity + rule.get_quantity) * rule.get_quantity
    parts = [0] * len(goods)
    for piece, index in sorted(pieces)[:got]:
        parts[index] += share(piece, rule.percent_bp)
    return parts


def _nothing(_rule: Rule, goods: Sequence[Goods], _values: Sequence[int]) -> list[int]:
    return [0] * len(goods)


def _spread(total: int, values: Sequence[int]) -> list[int]:
    """Largest remainder by value, so that no paisa is lost and no line gets more than it costs."""
    return spread(total, values) if total else [0] * len(values)


WAYS = {
    PERCENT: _percent,
    FIXED: _fixed,
    FIXED_PRICE: _fixed_price,
    BUY_GET: _buy_get,
    FREE_SHIPPING: _nothing,
}
