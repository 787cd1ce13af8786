"""Whole checkouts at the same moment: one winner, and everybody else as if they had never tried."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.core.errors import DomainError
from haat.giftcards import services as giftcards
from haat.inventory.models import Reservation, Stock
from haat.ledger import queries as ledger
from haat.orders.models import Order, SellerOrder
from haat.promotions import services as promotions
from haat.promotions.models import Coupon, Promotion, Usage
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.races.conftest import Counter

FIFTY = 50
DELIVERY, CASH_FEE = 7_900, 4_900


def orders_of(results: list[Any]) -> list[Any]:
    unexpected = [one for one in results if isinstance(one, Exception) and not isinstance(one, DomainError)]
    assert not unexpected, unexpected[:3]
    return [one for one in results if not isinstance(one, DomainError)]


def test_the_last_piece_goes_to_one_of_fifty_checkouts(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    """ASVS item 10, from the cart to the placed order."""
    counter = people(FIFTY)
    with brand_scope(counter.brand):
        carts = [counter.cart(place) for place in range(FIFTY)]
    total = 50_000 + DELIVERY + CASH_FEE
    won = orders_of(at_once(*[partial(counter.place, place, carts[place], total) for place in range(FIFTY)]))
    assert len(won) == 1
    with brand_scope(counter.brand):
        stock = Stock.objects.get(offer=counter.offer)
        assert (stock.on_hand, stock.reserved) == (0, 0)
        assert Order.objects.count() == SellerOrder.objects.count() == Reservation.objects.count() == 1
        assert Order.objects.get().status == "placed"


def test_a_code_with_one_use_left_makes_one_order_cheaper(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    """The others are told that the price changed or the code is used up, and nothing of theirs is held."""
    counter = people(12)
    with brand_scope(counter.brand):
        Stock.objects.filter(offer=counter.offer).update(on_hand=100)
        spec = promotions.Spec(name="Last", benefit="fixed", starts_at=clock.now(), needs_code=True, amount_minor=5_000)
        row = promotions.draft(spec=spec, currency="INR")
        promotions.add_coupon(promotion=row, code="LAST", uses_max=1)
        promotions.move(promotion=row, verb="launch", at=clock.now())
        carts = [counter.cart(place, "LAST") for place in range(12)]
    total = 45_000 + DELIVERY + CASH_FEE
    won = orders_of(at_once(*[partial(counter.place, place, carts[place], total) for place in range(12)]))
    assert [order.discount_minor for order in won] == [5_000]
    with brand_scope(counter.brand):
        assert Coupon.objects.get().uses == Promotion.objects.get().uses == Usage.objects.count() == 1
        stock = Stock.objects.get(offer=counter.offer)
        assert (stock.on_hand, stock.reserved) == (99, 0)


def test_the_same_key_at_once_is_one_order(people: Callable[[int], Counter], at_once: Callable[..., list[Any]]) -> None:
    counter = people(1)
    with brand_scope(counter.brand):
        Stock.objects.filter(offer=counter.offer).update(on_hand=9)
        cart = counter.cart(0)
    total = 50_000 + DELIVERY + CASH_FEE
    done = at_once(*[partial(counter.place, 0, cart, total)] * 8)
    assert len({order.pk for order in orders_of(done)}) == 1
    with brand_scope(counter.brand):
        assert Order.objects.count() == 1
        assert Stock.objects.get(offer=counter.offer).on_hand == 8
        assert ledger.prove().holds


def test_fifty_checkouts_with_one_gift_card_spend_what_is_on_it_and_no_more(
    people: Callable[[int], Counter], at_once: Callable[..., list[Any]]
) -> None:
    counter = people(FIFTY)
    pays, total = 57_900, 50_000 + DELIVERY
    with brand_scope(counter.brand):
        Stock.objects.filter(offer=counter.offer).update(on_hand=FIFTY)
        Seller.objects.filter(pk=counter.seller.pk).update(is_own=True)
        counter.brand.settings["policies"]["gift_cards"] = True
        card, _ = giftcards.issue(
            amount_minor=3 * pays + 100, currency="INR", funding="promo", bank_reference="", recipient="", message="",
            expires_at=clock.now() + timedelta(days=9), key="race", at=clock.now(),
        )  # fmt: skip
        carts = [counter.cart(place) for place in range(FIFTY)]
        for cart in carts:
            cart.gift_card_id = card.pk
            cart.save(update_fields=["gift_card_id"])
    place = partial(counter.place, method="razorpay", card=pays)
    won = orders_of(at_once(*[partial(place, at, carts[at], total) for at in range(FIFTY)]))
    with brand_scope(counter.brand):
        card.refresh_from_db()
        assert (len(won), card.balance_minor, card.held_minor) == (3, 100, 0)
        assert ledger.balance("gift_card_liability") == 100
        assert ledger.balance("order_holding") == 3 * pays == sum(order.gift_card_minor for order in won)
        assert Stock.objects.get(offer=counter.offer).on_hand == FIFTY - 3
        counter.brand.settings["policies"].pop("gift_cards")
