"""Months of a market, at random, against the model: see docs/guides/how-to-simulate.md."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from infra.simulate.machine import Play, play

if TYPE_CHECKING:
    from infra.simulate.stage import Stage

SEEDS, STEPS, TOGETHER = 20, 100, 10
REACHED = ("placed", "delivered", "lines called off", "orders with a card")  # by any ten; what is rare may stay away


@pytest.mark.parametrize("first", range(1, SEEDS + 1, TOGETHER))
def test_the_books_hold_whatever_happens_in_the_market(stage: Stage, first: int) -> None:
    """The 17 invariants and the model's balances, over ten plays. `./haat simulate --seed N --steps 100` plays one again."""
    figures: Counter[str] = Counter()
    for number in range(first, first + TOGETHER):
        try:
            play(stage, number=number, steps=STEPS, figures=figures, shorten=False)
        except BaseException as error:
            error.add_note(f"seed {number}, after:\n" + "\n".join(Play.trace[-40:]))
            raise
    assert figures["verified"] >= TOGETHER
    assert all(figures[name] for name in REACHED), {name: figures[name] for name in REACHED}
