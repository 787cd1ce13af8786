"""What promotions take off a cart: each one's terms, which of them go together, and whose money it is; a second time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from infra.simulate.model.arithmetic import percent_of, share_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infra.simulate.model.goods import Good

    Cart = Sequence[tuple[Good, int]]


@dataclass(slots=True)
class Code:
    """One of: `percent_bp` of what it covers, `amount`, `piece_price`, the cheapest `get` of `buy + get`, `free_delivery`.

    The brand pays `brand_bp` of it, the sellers the rest. One without a code is always `automatic`; what is `alone` goes
    with no other, the rest together, the higher `priority` first and each on what the one before left.
    """

    name: str
    percent_bp: int = 0
    amount: int = 0
    piece_price: int = 0
    buy: int = 0
    get: int = 0
    cap: int | None = None
    least: int = 0  # to spend on what it covers
    brand_bp: int = 10_000
    sellers: tuple[str, ...] = ()  # whose goods alone it covers
    free_delivery: bool = False
    uses_max: int | None = None
    automatic: bool = False
    alone: bool = False
    priority: int = 0

    @property
    def benefit(self) -> str:
        """As the brand's staff choose it."""
        kinds = {
            "free_shipping": self.free_delivery,
            "buy_get": self.buy,
            "fixed_price": self.piece_price,
            "percent": self.percent_bp,
        }
        return next((kind for kind, is_it in kinds.items() if is_it), "fixed")

    def covers(self, good: Good) -> bool:
        return not self.sellers or good.seller in self.sellers

    def fits(self, cart: Cart) -> bool:
        covered = [(good, count) for good, count in cart if self.covers(good)]
        spent, pieces = sum(good.price * count for good, count in covered), sum(count for _, count in covered)
        return bool(covered) and spent >= self.least and pieces >= self.buy + self.get


@dataclass(slots=True)
class Off:
    """By line: what is taken off, and what the brand pays of that; `used` are those that took anything."""

    all: list[int]
    brand: list[int]
    used: set[str] = field(default_factory=set)
    free: list[Code] = field(default_factory=list)  # of those that bring without a fee


def ways(cart: Cart, codes: Sequence[Code]) -> list[list[Code]]:
    """How they can be combined; the last way is without any."""
    fitting = sorted((code for code in codes if code.fits(cart)), key=lambda code: -code.priority)
    together = [code for code in fitting if not code.alone]
    return [
        together,
        [code for code in together if not code.free_delivery],
        *([code] for code in fitting if code.alone),
        [],
    ]


def taken(cart: Cart, way: Sequence[Code]) -> Off:
    left = [good.price * count for good, count in cart]
    made = Off([0] * len(cart), [0] * len(cart), free=[code for code in way if code.free_delivery])
    for code in way:
        covered = [value if code.covers(good) else 0 for value, (good, _) in zip(left, cart, strict=True)]
        parts = _parts(code, cart, covered)
        if code.cap is not None and sum(parts) > code.cap:
            parts = share_out(code.cap, parts)
        if not sum(parts):
            continue
        made.used.add(code.name)
        brands = share_out(percent_of(sum(parts), code.brand_bp), parts)
        left = [value - part for value, part in zip(left, parts, strict=True)]
        made.all = [one + part for one, part in zip(made.all, parts, strict=True)]
        made.brand = [one + part for one, part in zip(made.brand, brands, strict=True)]
    return made


def _parts(code: Code, cart: Cart, covered: Sequence[int]) -> list[int]:
    if code.free_delivery:
        return [0] * len(cart)
    if code.buy:
        return _cheapest(code, cart, covered)
    if code.piece_price:
        return [max(0, value - code.piece_price * count) for value, (_, count) in zip(covered, cart, strict=True)]
    total = percent_of(sum(covered), code.percent_bp) if code.percent_bp else min(code.amount, sum(covered))
    return share_out(total, covered)


def _cheapest(code: Code, cart: Cart, covered: Sequence[int]) -> list[int]:
    """Of each `buy + get` pieces the cheapest `get`; of equals those of the earlier line."""
    pieces = [
        (price, place)
        for place, (value, (_, count)) in enumerate(zip(covered, cart, strict=True))
        for price in (share_out(value, [1] * count) if value else [])
    ]
    parts = [0] * len(cart)
    for price, place in sorted(pieces)[: len(pieces) // (code.buy + code.get) * code.get]:
        parts[place] += percent_of(price, code.percent_bp)
    return parts
