"""Holding, selling, giving back and counting stock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from haat.core import context
from haat.core.errors import InvalidInput, NotNow
from haat.core.models import Job
from haat.inventory import queries, services
from haat.inventory.models import Stock, StockMovement
from haat.inventory.services import OutOfStock, WrongStock
from tests.goods import make_offer

LATER = timedelta(minutes=15)
pytestmark = pytest.mark.usefixtures("in_aster")


def _state(offer: Any) -> tuple[int, int]:
    stock = Stock.objects.get(offer=offer)
    return stock.on_hand, stock.reserved


def test_all_lines_or_none(at: datetime) -> None:
    """ASVS item 9."""
    plenty, few = make_offer(stock=9), make_offer(stock=1)
    with pytest.raises(OutOfStock) as refusal:
        services.reserve(quantities={plenty.pk: 2, few.pk: 2}, reference=uuid4(), expires_at=at + LATER, at=at)
    assert refusal.value.details == {str(few.pk): 1}
    assert (_state(plenty), _state(few)) == ((9, 0), (1, 0))


def test_an_offer_that_was_never_counted_has_none(at: datetime) -> None:
    offer = make_offer()
    Stock.objects.all().delete()
    assert queries.available([offer.pk]) == {offer.pk: 0}
    with pytest.raises(OutOfStock):
        services.reserve(quantities={offer.pk: 1}, reference=uuid4(), expires_at=at + LATER, at=at)


def test_asking_twice_for_the_same_holds_once(at: datetime) -> None:
    offer, order = make_offer(stock=5), uuid4()
    for minutes in (15, 30):
        services.reserve(quantities={offer.pk: 2}, reference=order, expires_at=at + timedelta(minutes=minutes), at=at)
    assert _state(offer) == (5, 2)
    assert queries.expired(at=at + timedelta(minutes=20)) == []
    with pytest.raises(NotNow):
        services.reserve(quantities={offer.pk: 3}, reference=order, expires_at=at + LATER, at=at)


@pytest.mark.parametrize("quantity", [0, -1])
def test_nothing_or_less_cannot_be_held(at: datetime, quantity: int) -> None:
    with pytest.raises(InvalidInput):
        services.reserve(quantities={make_offer().pk: quantity}, reference=uuid4(), expires_at=at + LATER, at=at)


def test_committing_twice_sells_once(at: datetime) -> None:
    """ASVS item 10."""
    offer, order = make_offer(stock=5), uuid4()
    services.reserve(quantities={offer.pk: 2}, reference=order, expires_at=at + LATER, at=at)
    assert services.commit(reference=order, at=at)
    assert services.commit(reference=order, at=at)
    assert services.release(reference=order, at=at) == 0
    assert _state(offer) == (3, 0)
    movement = StockMovement.objects.get()
    assert (movement.delta, movement.balance_after, movement.reason) == (-2, 3, "sold")


def test_money_that_comes_after_expiry_finds_nothing(at: datetime) -> None:
    offer, order = make_offer(stock=1), uuid4()
    services.reserve(quantities={offer.pk: 1}, reference=order, expires_at=at + LATER, at=at)
    assert queries.expired(at=at + LATER) == [order]
    assert services.release(reference=order, at=at, state="expired") == 1
    assert services.extend(reference=order, expires_at=at + LATER) == 0
    assert not services.commit(reference=order, at=at)
    services.reserve(quantities={offer.pk: 1}, reference=order, expires_at=at + LATER, at=at)
    assert services.commit(reference=order, at=at)
    assert _state(offer) == (0, 0)


def test_the_database_itself_refuses_what_is_not_there() -> None:
    stock = Stock.objects.get(offer=make_offer(stock=1))
    for wrong in ({"reserved": 2}, {"on_hand": -1}, {"reserved": -1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Stock.objects.filter(pk=stock.pk).update(**wrong)


def test_counting_leaves_a_movement_and_never_goes_below_what_is_held(at: datetime) -> None:
    offer = make_offer(stock=5)
    services.reserve(quantities={offer.pk: 3}, reference=uuid4(), expires_at=at + LATER, at=at)
    with pytest.raises(WrongStock):
        services.adjust(offer=offer, on_hand=2, reason="corrected", at=at, actor=context.SYSTEM)
    services.adjust(offer=offer, delta=4, reason="received", note="Pallet 7", at=at, actor=context.SYSTEM)
    services.adjust(offer=offer, on_hand=9, reason="corrected", at=at, actor=context.SYSTEM)
    assert _state(offer) == (9, 3)
    assert list(StockMovement.objects.values_list("delta", "balance_after", "note")) == [(4, 9, "Pallet 7")]


def test_only_running_out_and_coming_back_is_told(at: datetime) -> None:
    offer, order = make_offer(stock=2), uuid4()
    told = Job.objects.filter(payload__has_key="state")
    services.reserve(quantities={offer.pk: 1}, reference=uuid4(), expires_at=at + LATER, at=at)
    assert not told.exists()
    services.reserve(quantities={offer.pk: 1}, reference=order, expires_at=at + LATER, at=at)
    services.release(reference=order, at=at)
    assert [job.payload["state"] for job in told.order_by("id")][:2] == ["out", "in"]
