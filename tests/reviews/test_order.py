"""The most loved first: cautious about few stars, the same in figures, lists and filters, and without reading all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from haat.core import clock
from haat.core.ids import new_id
from haat.customers.models import Customer
from haat.reviews import queries, services
from haat.reviews.models import Review
from haat.reviews.services.ratings import refresh
from haat.reviews.types import STARS, UNRATED, Figures
from haat.search import services as search
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product, slugs
from tests.inventory.conftest import committed, race
from tests.reviews.conftest import deliver
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Callable

    from haat.catalog.models import Product

__all__ = ["committed", "race"]
FIGURES = some.fixed_dictionaries({stars: some.integers(0, 500) for stars in STARS}).map(Figures)


@given(FIGURES)
def test_the_rank_lies_between_the_average_and_what_nothing_is_known_of(figures: Figures) -> None:
    """And one more review moves it towards that review's stars."""
    if not figures.total:
        assert (figures.average, figures.rank) == ("", UNRATED)
        return
    exact = figures.sum * 1000 / figures.total
    assert min(exact, UNRATED) - 1 <= figures.rank <= max(exact, UNRATED)
    assert abs(figures.tenths * 100 - exact) <= 50
    better = Figures({**figures.by_stars, 5: figures.by_stars[5] + 1})
    assert better.rank >= figures.rank


def rate(product: Product, part: Any, people: list[Any], stars: list[int]) -> None:
    for person, number in zip(people, stars, strict=False):
        Review.objects.create(
            product=product, customer=person, seller=part.seller, part=part, stars=number, status="published",
            written_at=clock.now(), published_at=clock.now(),
        )  # fmt: skip
    refresh(product.pk)


def test_one_enthusiast_does_not_beat_many_content_people(aster: Any, birch: Any, asha: Any) -> None:
    with brand_scope(birch):
        search.index([make_product("Neighbour").pk])
    with brand_scope(aster):
        goods = {
            name: make_product(name.title(), slug=name) for name in ("loved", "lonely", "unknown", "bad", "sold-out")
        }
        offers = {name: make_offer(one, stock=0 if name == "sold-out" else 5) for name, one in goods.items()}
        part = deliver(asha.customer, offers["loved"])
        people = [Customer.objects.create(user_id=new_id(), joined_at=clock.now()) for _ in range(20)]
        rate(goods["loved"], part, people, [5, 4] * 10)
        rate(goods["lonely"], part, people, [5])
        rate(goods["bad"], part, people, [1] * 9)
        rate(goods["sold-out"], part, people, [5] * 20)
        search.index([one.pk for one in goods.values()])
    visitor = Api("customer", aster)
    found = visitor.get("products", sort="rating")
    assert slugs(found["data"]) == ["loved", "lonely", "unknown", "bad", "sold-out"]
    counts = {one["value"]: one["count"] for one in found["meta"]["facets"]["rating"]}
    assert counts == {"4": 3, "3": 3, "2": 3}
    four = visitor.get("products", rating="4", sort="rating")
    assert slugs(four["data"]) == ["loved", "lonely", "sold-out"]
    assert four["meta"]["facets"]["rating"][0]["count"] == 3
    assert slugs(visitor.get("products", q="loved", rating="4")["data"]) == ["loved"]
    assert visitor.get("products", rating="5") and visitor.status == 422


@pytest.fixture
def crowd(committed: Any) -> tuple[Product, list[Customer]]:
    """Ten people who received the same thing."""
    with brand_scope(committed):
        offer = make_offer()
        people = [Customer.objects.create(user_id=new_id(), name="Some Body", joined_at=clock.now()) for _ in range(10)]
        for person in people:
            deliver(person, offer)
    return offer.variant.product, people


def test_the_figures_are_right_after_everybody_wrote_at_once(
    committed: Any, crowd: tuple[Product, list[Customer]], race: Callable[..., list[Any]]
) -> None:
    """Each writes twice at the same moment as all others: none is lost, none counted twice."""
    product, people = crowd

    def write(person: Customer, stars: int) -> Review:
        words = services.Words(stars=stars, text="Good")
        return services.write(customer=person, product_id=product.pk, words=words, at=clock.now())

    works = [(lambda one=one, n=n: write(one, n % 5 + 1)) for n, one in enumerate(people) for _ in range(2)]
    results = race(*works)
    assert all(isinstance(one, Review) for one in results), results
    with brand_scope(committed):
        assert queries.figures_of(product.pk).by_stars == {5: 2, 4: 2, 3: 2, 2: 2, 1: 2}
        assert Review.objects.count() == 10
        helped = [(lambda one=one: services.vote(review=results[0], customer=one)) for one in people[1:] * 2]
    assert race(*helped) == [None] * 18
    with brand_scope(committed):
        assert Review.objects.get(pk=results[0].pk).votes == 9
