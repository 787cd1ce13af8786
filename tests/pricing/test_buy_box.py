"""Which offer comes first, and the sentence that says why."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from haat.pricing.queries import buy_box, rank, standing
from haat.pricing.types import Candidate


def offer(
    name: str, price: int, *, stock: int = 1, shipping: int = 0, score: int = 100, days: int = 2, sellable: bool = True
) -> Any:
    seller = SimpleNamespace(name=name, score=score)
    thing: Any = SimpleNamespace(
        pk=name,
        price_minor=price,
        currency="INR",
        seller=seller,
        seller_id=name,
        is_sellable=sellable,
        handling_days=days,
    )
    return Candidate(thing, stock, shipping)


@pytest.mark.parametrize(
    ("offers", "best", "words"),
    [
        ([offer("A", 100)], "A", "A is the only seller."),
        ([offer("A", 100), offer("B", 90)], "B", "lowest price with delivery, ₹0.90, of 2"),
        ([offer("A", 100, stock=0), offer("B", 190)], "B", "only seller that has it in stock"),
        ([offer("A", 100, shipping=50), offer("B", 120)], "B", "₹1.20"),
        ([offer("A", 100, score=70), offer("B", 100, score=90)], "B", "best record"),
        ([offer("B", 100), offer("A", 100)], "A", "was first"),
        ([offer("A", 100), offer("B", 100, days=1)], "B", "hands over soonest"),
        ([offer("A", 100, days=1, score=70), offer("B", 100)], "B", "best record"),
        ([offer("A", 100, stock=0), offer("B", 90, stock=0)], "B", "Nobody has it in stock"),
        ([offer("A", 1, sellable=False), offer("B", 90)], "B", "only seller"),
    ],
)
def test_order(offers: list[Candidate], best: str, words: str) -> None:
    choice = buy_box(offers)
    assert choice is not None
    assert choice.offer_id == best
    assert words in choice.reason


def test_nothing_to_sell() -> None:
    assert buy_box([]) is None
    assert buy_box([offer("A", 1, sellable=False)]) is None


@pytest.mark.parametrize(
    ("offers", "words", "to_win"),
    [
        ([offer("A", 100)], "You are the only seller.", None),
        ([offer("A", 10_000), offer("B", 9_000)], "₹89.99 or less puts you first.", 8_999),
        ([offer("A", 10_000, stock=0), offer("B", 19_000)], "Others have it in stock", None),
        ([offer("A", 100, score=70), offer("B", 100)], "has the better record", 99),
        ([offer("A", 100, days=5), offer("B", 100)], "hands over sooner", 99),
        ([offer("A", 90), offer("B", 100)], "You have the lowest price with delivery, ₹0.90.", None),
        ([offer("A", 100, score=99), offer("B", 100, score=90)], "you have the better record", None),
        ([offer("A", 100, stock=0), offer("B", 190, stock=0)], "you have the lowest price", None),
    ],
)
def test_a_seller_reads_what_would_change_it(offers: list[Candidate], words: str, to_win: int | None) -> None:
    found: Any = standing(offers, "A")  # type: ignore[arg-type]  # names stand for ids here
    assert words in found.sentence
    assert found.to_win_minor == to_win
    assert standing(offers, "C") is None  # type: ignore[arg-type]  # as above


def test_equals_keep_their_order() -> None:
    offers = [offer(name, 100) for name in "DCBA"]
    assert [one.offer.pk for one in rank(offers)] == [one.offer.pk for one in rank(offers[::-1])] == list("ABCD")
