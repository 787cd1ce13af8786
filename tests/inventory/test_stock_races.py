"""Fifty at once: never more is sold than there is, and every hold ends in exactly one way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from haat.core import clock, context
from haat.inventory import services
from haat.inventory.models import Reservation, Stock, StockMovement
from haat.inventory.services import OutOfStock
from haat.tenancy.context import brand_scope
from tests.goods import make_offer

if TYPE_CHECKING:
    from collections.abc import Callable

    from haat.tenancy.models import Brand

    Race = Callable[..., list[Any]]


def _hold(quantities: dict[Any, int], reference: Any = None) -> None:
    at = clock.now()
    services.reserve(
        quantities=quantities, reference=reference or uuid4(), expires_at=at + timedelta(minutes=15), at=at
    )


def test_the_last_unit_is_held_once_by_fifty(committed: Brand, race: Race) -> None:
    """ASVS item 10."""
    with brand_scope(committed):
        offer = make_offer(stock=1)
    results = race(*[lambda: _hold({offer.pk: 1})] * 50)
    assert results.count(None) == 1
    refused = [result for result in results if isinstance(result, OutOfStock)]
    assert len(refused) == 49
    assert refused[0].details == {str(offer.pk): 0}
    with brand_scope(committed):
        assert Stock.objects.get(offer=offer).reserved == 1


def test_carts_with_the_same_goods_in_another_order_do_not_deadlock(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        one, two = make_offer(stock=20), make_offer(stock=20)
    there, back = {one.pk: 1, two.pk: 1}, {two.pk: 1, one.pk: 1}
    results = race(*[(lambda cart=cart: _hold(cart)) for cart in [there, back] * 10])
    assert results == [None] * 20


def test_payment_and_expiry_at_the_same_moment_have_one_winner(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        offer = make_offer(stock=40)
        references = [uuid4() for _ in range(12)]
        for reference in references:
            _hold({offer.pk: 1}, reference)
    pay = [(lambda one=one: services.commit(reference=one, at=clock.now())) for one in references]
    lapse = [(lambda one=one: services.release(reference=one, at=clock.now(), state="expired")) for one in references]
    results = race(*pay, *lapse)
    sold = results[:12].count(True)
    assert sold + sum(results[12:]) == 12
    with brand_scope(committed):
        stock = Stock.objects.get(offer=offer)
        assert (stock.on_hand, stock.reserved) == (40 - sold, 0)
        assert StockMovement.objects.filter(stock=stock).count() == sold
        assert not Reservation.objects.filter(state="held").exists()


def test_a_seller_counting_during_checkout_cannot_take_held_units(committed: Brand, race: Race) -> None:
    with brand_scope(committed):
        offer = make_offer(stock=5)
    empty = lambda: services.adjust(  # noqa: E731 - one of the racers
        offer=offer, on_hand=0, reason="corrected", at=clock.now(), actor=context.SYSTEM
    )
    held, counted = race(lambda: _hold({offer.pk: 3}), empty)
    assert isinstance(held, OutOfStock) != isinstance(counted, services.WrongStock)
    with brand_scope(committed):
        stock = Stock.objects.get(offer=offer)
        assert stock.available >= 0


@pytest.mark.parametrize("times", [4])
def test_the_same_return_at_once_is_put_back_once(committed: Brand, race: Race, times: int) -> None:
    """ASVS item 10."""
    with brand_scope(committed):
        offer = make_offer(stock=0)
    work = lambda: services.restock(offer_id=offer.pk, quantity=2, reference="R-1", at=clock.now())  # noqa: E731
    assert sorted(race(*[work] * times)) == [False, False, False, True]
    with brand_scope(committed):
        assert Stock.objects.get(offer=offer).on_hand == 2
