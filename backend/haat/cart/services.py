"""Filling a cart. What cannot be bought is refused here and told again at every look."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from haat.cart import queries
from haat.cart.models import Cart, CartLine
from haat.catalog import queries as catalog
from haat.core.db import connection, run
from haat.core.errors import DomainError, InvalidInput, NotFound
from haat.inventory import queries as inventory

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Offer
    from haat.customers.models import Customer

LINES_MAX = 200
QUANTITY_MAX = 99
CODES_MAX = 5
ADOPT = "UPDATE cart_cart SET customer_id = %s WHERE id = %s AND customer_id IS NULL AND status = 'active'"
PUT = """
INSERT INTO cart_cartline AS held (id, created_at, updated_at, cart_id, offer_id, quantity, seen_minor)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (cart_id, offer_id) DO UPDATE
SET quantity = least(held.quantity + excluded.quantity, %s), seen_minor = excluded.seen_minor, updated_at = excluded.updated_at
RETURNING id, quantity
"""
OPEN = """
WITH opened AS (
    INSERT INTO cart_cart (id, created_at, updated_at, customer_id, token_hash, status)
    VALUES (%s, %s, %s, %s, %s, 'active') ON CONFLICT DO NOTHING RETURNING id)
INSERT INTO cart_cartline (id, created_at, updated_at, cart_id, offer_id, quantity, seen_minor)
SELECT %s, %s, %s, opened.id, %s, %s, %s FROM opened
"""
CLOSE = "UPDATE cart_cart SET status = 'ordered' WHERE id = %s AND status = 'active'"


class NotSellable(DomainError):
    code = "not_sellable"


class NotEnough(DomainError):
    code = "not_enough_stock"


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest() if token else ""


def current(*, customer: Customer | None, token: str, with_lines: bool = False) -> Cart | None:
    """The visitor's cart; a guest's lines join the customer's cart at the first look after sign-in.

    `with_lines` is for whoever reads them next, before anything is changed.
    """
    if not token and customer is None:
        return None
    whose = (customer.pk if customer else None, token_hash(token))
    found = (with_lines and queries.carts_with_lines(*whose)) or queries.carts(*whose)
    guest = next((row for row in found if row.customer_id is None), None)
    own = next((row for row in found if row.customer_id is not None), None)
    if guest is None or customer is None:
        return own or guest
    return (own is None and _adopt(guest, customer)) or merge(guest=guest, customer=customer)


def _adopt(guest: Cart, customer: Customer) -> Cart | None:
    """Who has no cart takes the guest's as it is; None when a cart came meanwhile, or is there and empty."""
    try:
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            if not run(ADOPT, customer.pk, guest.pk):
                return None
    except IntegrityError:
        return None
    guest.customer = customer
    return guest


def merge(*, guest: Cart, customer: Customer) -> Cart:
    """Add a guest's lines to the customer's cart; quantities of one offer are added up to the most one may buy."""
    with transaction.atomic():
        own, _ = Cart.objects.get_or_create(customer=customer, status=Cart.Status.ACTIVE)
        moved = Cart.objects.filter(pk=guest.pk, status=Cart.Status.ACTIVE).update(status=Cart.Status.MERGED)
        if moved and guest.codes:
            _set_codes(own, [*own.codes, *guest.codes])
        for line in guest.lines.all() if moved else []:
            kept, is_new = CartLine.objects.get_or_create(
                cart=own, offer_id=line.offer_id, defaults={"quantity": line.quantity, "seen_minor": line.seen_minor},
            )  # fmt: skip
            if not is_new:
                kept.quantity = min(QUANTITY_MAX, kept.quantity + line.quantity)
                kept.save(update_fields=["quantity", "updated_at"])
    return own


def add(
    *, cart: Cart | None, customer: Customer | None, token: str, offer_id: UUID, quantity: int, currency: str
) -> queries.CartView:
    """Put an offer into the cart, which is made when there is none. Raises NotFound, NotSellable, NotEnough."""
    lines = queries.rows(cart)
    held = next((row for row in lines if row.offer_id == offer_id), None)
    offer = _sellable(held.offer if held else catalog.offer(offer_id))
    shelves = inventory.shelves({offer_id, *(row.offer_id for row in lines)})
    _check(shelves[offer_id], quantity + (held.quantity if held else 0))
    if held is None and len(lines) >= LINES_MAX:
        raise InvalidInput(f"A cart holds at most {LINES_MAX} different things.")
    line = CartLine(cart=cart, offer=offer, quantity=quantity, seen_minor=offer.price_minor)
    if cart is None:
        cart = _open(customer, token, line)
        if cart is None:
            return add(
                cart=current(customer=customer, token=token), customer=customer, token=token, offer_id=offer_id,
                quantity=quantity, currency=currency,
            )  # fmt: skip
    else:
        _put(line)
    if held is not None:
        held.quantity, held.seen_minor = line.quantity, line.seen_minor
    return queries.view_of(cart, lines if held else [*lines, line], shelves, currency)


def _open(customer: Customer | None, token: str, line: CartLine) -> Cart | None:
    """A new cart with its first line; None when a second tab has made it just now."""
    cart, at = Cart(customer=customer, token_hash="" if customer else token_hash(token)), timezone.now()
    values: list[Any] = [cart.pk, at, at, cart.customer_id, cart.token_hash]
    values += [line.pk, at, at, line.offer_id, line.quantity, line.seen_minor]
    return cart if run(OPEN, *values) else None


def _put(line: CartLine) -> None:
    """Write a line, or add it to the one of the same offer; it learns its key and quantity."""
    at = timezone.now()
    values: list[Any] = [line.pk, at, at, line.cart_id, line.offer_id, line.quantity, line.seen_minor, QUANTITY_MAX]
    with connection.prepared_cursor() as cursor:
        cursor.execute(PUT, values)
        line.pk, line.quantity = cursor.fetchone()


def set_quantity(*, cart: Cart | None, line_id: UUID, quantity: int) -> None:
    """Raises NotFound for a line of another cart, NotEnough, NotSellable."""
    line = _line(cart, line_id)
    offer = _sellable(catalog.offer(line.offer_id))
    _check(inventory.shelves([offer.pk])[offer.pk], quantity)
    CartLine.objects.filter(pk=line.pk).update(quantity=quantity, seen_minor=offer.price_minor)


def remove(*, cart: Cart | None, line_id: UUID) -> None:
    _line(cart, line_id).delete()


def add_code(*, cart: Cart, code: str) -> None:
    """Keep a code with the cart; the oldest goes when there are too many."""
    with transaction.atomic():
        cart = Cart.objects.select_for_update().get(pk=cart.pk)
        _set_codes(cart, [*(one for one in cart.codes if one != code), code])


def remove_code(*, cart: Cart, code: str) -> None:
    with transaction.atomic():
        cart = Cart.objects.select_for_update().get(pk=cart.pk)
        _set_codes(cart, [one for one in cart.codes if one != code])


def take_card(*, cart: Cart, card_id: UUID | None, code_at: datetime | None = None) -> None:
    """Pay with this gift card, whose code of that time was entered; None takes it out."""
    cart.gift_card_id, cart.gift_card_at = card_id, code_at
    cart.save(update_fields=["gift_card_id", "gift_card_at", "updated_at"])


def _set_codes(cart: Cart, codes: list[str]) -> None:
    cart.codes = list(dict.fromkeys(codes))[-CODES_MAX:]
    cart.save(update_fields=["codes", "updated_at"])


def acknowledge(*, cart: Cart, prices: dict[UUID, int]) -> None:
    """The visitor has now seen these prices."""
    for line in cart.lines.all():
        if line.offer_id in prices and line.seen_minor != prices[line.offer_id]:
            CartLine.objects.filter(pk=line.pk).update(seen_minor=prices[line.offer_id])


def close(*, cart_id: UUID | None) -> None:
    """The cart became an order."""
    if cart_id is not None:
        run(CLOSE, cart_id)


def _line(cart: Cart | None, line_id: UUID) -> CartLine:
    found = CartLine.objects.filter(cart=cart, pk=line_id).first() if cart else None
    if found is None:
        raise NotFound("This is not in your cart any more.")
    return found


def _sellable(offer: Offer | None) -> Offer:
    if offer is None:
        raise NotFound("This offer does not exist.")
    if not offer.is_sellable:
        raise NotSellable("This is not sold at the moment.")
    return offer


def _check(shelf: inventory.Shelf, wanted: int) -> None:
    if not 1 <= wanted <= QUANTITY_MAX:
        raise InvalidInput(
            f"Choose between 1 and {QUANTITY_MAX}.", details={"quantity": [f"Between 1 and {QUANTITY_MAX}."]}
        )
    if shelf.per_customer is not None and wanted > shelf.per_customer:
        sentence = f"Each customer gets at most {shelf.per_customer} of this."
        raise NotEnough(sentence, details={"quantity": [sentence], "left": shelf.per_customer})
    left = shelf.available
    if wanted > left:
        sentence = f"Only {left} left." if left else "This is sold out."
        raise NotEnough(sentence, details={"quantity": [sentence], "left": left})


def drop(*, customer: Customer) -> int:
    """Throw every cart of a customer away. Returns how many there were."""
    carts = Cart.objects.filter(customer=customer)
    number = carts.count()
    carts.delete()
    return number


def join(*, source: Customer, target: Customer) -> None:
    """What one customer meant to buy goes into the other's cart: the two are one person."""
    for cart in Cart.objects.filter(customer=source, status=Cart.Status.ACTIVE):
        merge(guest=cart, customer=target)
    Cart.objects.filter(customer=source).update(customer=target)
