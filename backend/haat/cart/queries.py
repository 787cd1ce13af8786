"""The cart as it stands now: today's prices and stock, and what changed since it was last seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.core.money import Money
from haat.inventory import queries as inventory

if TYPE_CHECKING:
    from uuid import UUID

    from haat.cart.models import Cart, CartLine
    from haat.catalog.models import Offer


@dataclass(frozen=True, slots=True)
class LineView:
    id: UUID
    offer: Offer
    quantity: int
    left: int
    notices: list[str]
    problem: str  # why it cannot be bought as it is; empty when it can

    @property
    def total_minor(self) -> int:
        return self.offer.price_minor * self.quantity

    @property
    def currency(self) -> str:
        return self.offer.currency


@dataclass(frozen=True, slots=True)
class CartView:
    id: UUID | None
    currency: str
    lines: list[LineView] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    gift_card_id: UUID | None = None

    @property
    def goods_minor(self) -> int:
        return sum(line.total_minor for line in self.lines if not line.problem)

    @property
    def count(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def is_buyable(self) -> bool:
        return bool(self.lines) and not any(line.problem for line in self.lines)


def view(cart: Cart | None, currency: str) -> CartView:
    if cart is None:
        return CartView(None, currency)
    rows = list(cart.lines.all())
    offers = catalog.offers([row.offer_id for row in rows])
    left = inventory.available([row.offer_id for row in rows])
    lines = [_line(row, offers[row.offer_id], left.get(row.offer_id, 0)) for row in rows]
    return CartView(cart.pk, currency, lines, list(cart.codes), cart.gift_card_id)


def _line(row: CartLine, offer: Offer, left: int) -> LineView:
    quantity, seen = row.quantity, row.seen_minor
    notices, problem = [], ""
    if seen != offer.price_minor:
        word = "went up" if offer.price_minor > seen else "went down"
        notices.append(
            f"The price {word} from {Money(seen, offer.currency)} to {Money(offer.price_minor, offer.currency)}."
        )
    if not offer.is_sellable:
        problem = "This is not sold any more. Remove it to go on."
    elif left < quantity:
        problem = f"Only {left} left. Lower the quantity to go on." if left else "This is sold out. Remove it to go on."
    return LineView(row.pk, offer, quantity, left, notices, problem)
