"""A gift card in the cart: it pays when the order is placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.cart import services as carts
from haat.core.errors import NotFound
from haat.giftcards import services as cards

if TYPE_CHECKING:
    from datetime import datetime

    from haat.cart.models import Cart


def enter_card(*, cart: Cart | None, code: str, at: datetime) -> None:
    """Raises NotFound without a cart, CardRefused."""
    if cart is None:
        raise NotFound("Your cart is empty.")
    card = cards.find(code=code, at=at)
    carts.take_card(cart=cart, card_id=card.pk, code_at=card.code_at)


def remove_card(*, cart: Cart | None) -> None:
    if cart is not None:
        carts.take_card(cart=cart, card_id=None)
