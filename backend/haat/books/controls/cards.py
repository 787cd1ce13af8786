"""Gift cards as they must stand in the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.giftcards import queries as cards
from haat.ledger.chart import BANK, GIFT_CARDS

if TYPE_CHECKING:
    from collections.abc import Iterator


def issued() -> Iterator[Fact]:
    for card in cards.issued():
        source = BANK if card.funding == "bank" else "promo_expense"
        yield Fact(f"giftissue:{card.pk}", {GIFT_CARDS: -card.amount_minor, source: card.amount_minor})


def spent() -> Iterator[Fact]:
    for use in cards.spent():
        yield Fact(f"giftspend:{use.pk}", {"order_holding": -use.minor, GIFT_CARDS: use.minor})


def given_back() -> Iterator[Fact]:
    """Of whole parts that were called off; what credits give back is in their own entries."""
    for row in cards.moved("back"):
        if row.key.startswith("part-"):
            yield Fact(f"giftback:{row.key}", {GIFT_CARDS: -row.minor, "order_holding": row.minor})


def expired() -> Iterator[Fact]:
    for row in cards.moved("expired"):
        yield Fact(f"giftexpire:{row.pk}", {"breakage_income": row.minor, GIFT_CARDS: -row.minor})
