"""The cart as it stands now: today's prices and stock, and what changed since it was last seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.cart.models import Cart, CartLine
from haat.catalog import queries as catalog
from haat.core.db import know
from haat.core.money import Money
from haat.core.rows import rows as read
from haat.inventory import queries as inventory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer


THEIRS = (
    "{cart}.status = 'active' AND ({cart}.customer_id = %s OR {cart}.customer_id IS NULL AND {cart}.token_hash = %s)"
)
THEIR_CARTS = THEIRS.format(cart="one")
THEIR_LINES = (
    THEIRS.format(cart="joined_1") + " ORDER BY one.created_at, one.id"
)  # the first that is joined is the cart
OF_CART = "one.cart_id = %s ORDER BY one.created_at, one.id"
JOINED = ("offer", *(f"offer__{name}" for name in catalog.GOODS))
OF_CARTS = tuple(f"cart__{field.name}" for field in Cart._meta.concrete_fields)
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


def carts(customer_id: UUID | None, token_hash: str) -> list[Cart]:
    """The visitor's carts: their own, a guest's, or both."""
    return read(Cart, THEIR_CARTS, customer_id, token_hash or None)


def carts_with_lines(customer_id: UUID | None, token_hash: str) -> list[Cart]:
    """The same of those that are not empty, which know their lines."""
    found: dict[UUID, Cart] = {}
    lines: dict[UUID, list[CartLine]] = {}
    for line in read(
        CartLine, THEIR_LINES, customer_id, token_hash or None, joined=("cart", *JOINED), only=(*OF_CARTS, *ONLY)
    ):
        line.cart = found.setdefault(line.cart_id, line.cart)
        lines.setdefault(line.cart_id, []).append(line)
    for pk, cart in found.items():
        know(cart, "lines", lines[pk])
    return list(found.values())


def rows(cart: Cart | None) -> list[CartLine]:
    """The lines of a cart with what is sold of their offers."""
    if cart is None:
        return []
    known = cart.__dict__.get("_prefetched_objects_cache", {}).get("lines")
    if known is not None:
        return list(known)
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
