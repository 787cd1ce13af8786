"""The cart as it stands now: today's prices and stock, and what changed since it was last seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.cart.models import CartLine
from haat.catalog import queries as catalog
from haat.core.money import Money
from haat.core.rows import rows as read
from haat.inventory import queries as inventory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.cart.models import Cart
    from haat.catalog.models import Offer


OF_CART = "one.cart_id = %s ORDER BY one.created_at, one.id"
JOINED = ("offer", *(f"offer__{name}" for name in catalog.GOODS))
ONLY = ("cart", "quantity", "seen_minor", *(f"offer__{name}" for name in catalog.SOLD))


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
    shelves: dict[UUID, inventory.Shelf] = field(default_factory=dict)  # what was seen of the stock of each line
    gift_card_id: UUID | None = None
    gift_card_at: datetime | None = None

    @property
    def goods_minor(self) -> int:
        return sum(line.total_minor for line in self.lines if not line.problem)

    @property
    def count(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def is_buyable(self) -> bool:
        return bool(self.lines) and not any(line.problem for line in self.lines)


def rows(cart: Cart | None) -> list[CartLine]:
    """The lines of a cart with what is sold of their offers."""
    if cart is None:
        return []
    return read(CartLine, OF_CART, cart.pk, joined=JOINED, only=ONLY)


def view(cart: Cart | None, currency: str, *, pictures: bool = True) -> CartView:
    """The cart as it stands; `pictures` are read for whoever shows or keeps them."""
    if cart is None:
        return CartView(None, currency)
    lines = rows(cart)
    return view_of(cart, lines, inventory.shelves(row.offer_id for row in lines), currency, pictures=pictures)


def view_of(
    cart: Cart, lines: Sequence[CartLine], shelves: dict[UUID, inventory.Shelf], currency: str, *, pictures: bool = True
) -> CartView:
    """The same of lines and shelves that were read before."""
    if pictures:
        catalog.load_pictures(row.offer for row in lines)
    seen = [_line(row, row.offer, shelves[row.offer_id].available) for row in lines]
    return CartView(cart.pk, currency, seen, list(cart.codes), shelves, cart.gift_card_id, cart.gift_card_at)


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
