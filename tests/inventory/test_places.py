"""Stock at several places: where units are taken from, transfers, closing, and what each seller may see."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from haat.core import context
from haat.core.errors import NotNow
from haat.inventory import queries, services
from haat.inventory.models import Reservation, Stock, StockMovement
from haat.inventory.services import OutOfStock, WrongStock
from haat.sellers import services as sellers
from tests.goods import make_offer, make_seller
from tests.inventory.builders import add_place, put

LATER = timedelta(minutes=15)
pytestmark = pytest.mark.usefixtures("in_aster")


def _held(offer: Any) -> list[int]:
    return list(Stock.objects.filter(offer=offer).order_by("pk").values_list("reserved", flat=True))


def test_a_line_comes_whole_from_one_place_where_one_has_it(at: datetime) -> None:
    offer = make_offer(stock=2)
    put(offer, add_place(offer.seller, "Godown"), 5)
    services.reserve(quantities={offer.pk: 3}, reference=uuid4(), expires_at=at + LATER, at=at)
    assert _held(offer) == [0, 3]
    services.reserve(quantities={offer.pk: 2}, reference=uuid4(), expires_at=at + LATER, at=at)
    assert _held(offer) == [2, 3]


def test_a_line_that_no_place_has_whole_is_split_and_comes_back_to_where_it_was(at: datetime) -> None:
    offer, order = make_offer(stock=2), uuid4()
    put(offer, add_place(offer.seller, "Godown"), 5)
    services.reserve(quantities={offer.pk: 6}, reference=order, expires_at=at + LATER, at=at)
    assert _held(offer) == [1, 5]
    assert services.commit(reference=order, at=at)
    assert queries.available([offer.pk]) == {offer.pk: 1}
    again = {"offer_id": offer.pk, "sold_under": order, "of": 6, "at": at}
    assert services.restock(quantity=2, reference="R-1", **again)
    assert not services.restock(quantity=2, reference="R-1", **again)
    assert services.restock(quantity=4, reference="R-2", **again)
    assert list(Stock.objects.filter(offer=offer).order_by("pk").values_list("on_hand", flat=True)) == [2, 5]
    assert sum(StockMovement.objects.filter(stock__offer=offer).values_list("delta", flat=True)) == 5  # of Godown's


def test_more_than_all_places_have_is_refused_with_their_sum(at: datetime) -> None:
    offer = make_offer(stock=2)
    put(offer, add_place(offer.seller, "Godown"), 5)
    with pytest.raises(OutOfStock) as refusal:
        services.reserve(quantities={offer.pk: 8}, reference=uuid4(), expires_at=at + LATER, at=at)
    assert refusal.value.details == {str(offer.pk): 7}


def test_a_closed_place_sells_nothing_and_what_is_held_there_stays_held(at: datetime) -> None:
    offer, order = make_offer(stock=0), uuid4()
    place = add_place(offer.seller, "Godown")
    put(offer, place, 5)
    services.reserve(quantities={offer.pk: 2}, reference=order, expires_at=at + LATER, at=at)
    services.set_place_open(place=place, is_open=False, at=at)
    assert queries.available([offer.pk]) == {offer.pk: 0}
    assert services.commit(reference=order, at=at)
    services.set_place_open(place=place, is_open=True, at=at)
    assert queries.available([offer.pk]) == {offer.pk: 3}


def test_the_default_place_cannot_be_closed_before_another_takes_over(at: datetime) -> None:
    offer = make_offer(stock=1)
    first = sellers.default_places(seller_ids=[offer.seller_id])[offer.seller_id]
    other = add_place(offer.seller, "Godown")
    with pytest.raises(NotNow):
        services.set_place_open(place=first, is_open=False, at=at)
    sellers.use_first(place=other)
    assert services.set_place_open(place=first, is_open=False, at=at).archived_at == at


def test_a_transfer_is_one_out_and_one_in_once_a_reference(at: datetime) -> None:
    offer = make_offer(stock=5)
    first = sellers.default_places(seller_ids=[offer.seller_id])[offer.seller_id]
    other = add_place(offer.seller, "Godown")
    move = {"offer": offer, "source": first, "target": other, "at": at, "actor": context.SYSTEM}
    assert services.transfer(quantity=3, reference="T-1", **move)
    assert not services.transfer(quantity=3, reference="T-1", **move)
    assert {row.place.name: row.on_hand for row in queries.place_counts([offer.pk])[offer.pk]} == {
        "Ravi": 2, "Godown": 3,
    }  # fmt: skip
    moved = StockMovement.objects.filter(reason="moved").order_by("delta")
    assert [(row.delta, row.balance_after, row.note) for row in moved] == [(-3, 2, "To Godown"), (3, 3, "From Ravi")]
    with pytest.raises(WrongStock):
        services.transfer(quantity=3, reference="T-2", **move)


def test_a_shop_with_one_place_asks_no_more_than_before(at: datetime, django_assert_num_queries: Any) -> None:
    """Read, savepoint, own holds, one UPDATE a stock, the holds, what became of it, release: as with one count an offer."""
    one, two = make_offer(stock=90), make_offer(stock=90)
    with django_assert_num_queries(6):
        services.reserve(quantities={one.pk: 1, two.pk: 1}, reference=uuid4(), expires_at=at + LATER, at=at)


def test_asking_again_for_a_split_line_prolongs_the_hold(at: datetime) -> None:
    offer, order = make_offer(stock=1), uuid4()
    put(offer, add_place(offer.seller, "Godown"), 1)
    for minutes in (15, 30):
        services.reserve(quantities={offer.pk: 2}, reference=order, expires_at=at + timedelta(minutes=minutes), at=at)
    assert Reservation.objects.filter(expires_at=at + timedelta(minutes=30)).count() == 2


def test_the_file_says_each_place_and_no_rivals_goods(at: datetime) -> None:
    offer = make_offer(stock=2)
    put(offer, add_place(offer.seller, "=Godown"), 5)
    rival = make_offer(seller=make_seller("Meera"), stock=7)
    text = queries.stock_file(seller=offer.seller)["csv"]
    lines = [line.split(",") for line in text.splitlines()[1:]]
    assert [(line[0], line[2], line[3], line[5]) for line in lines] == [
        (offer.variant.sku, "Ravi", "2", "390.00"), (offer.variant.sku, "'=Godown", "5", "390.00"),
    ]  # fmt: skip
    assert rival.variant.sku not in text
