"""Which offer comes first, and the sentence that says why."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from haat.pricing.queries import buy_box
from haat.pricing.types import Candidate


def offer(name: str, price: int, *, stock: int = 1, shipping: int = 0, score: int = 100, sellable: bool = True) -> Any:
    seller = SimpleNamespace(name=name, score=score)
    thing: Any = SimpleNamespace(
        pk=name, price_minor=price, currency="INR", seller=seller, seller_id=name, is_sellable=sellable
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
