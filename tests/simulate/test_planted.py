"""The machine can fail: each planted bug is found within the steps of a play."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from django.db.models import F

from infra.simulate.machine import play

if TYPE_CHECKING:
    from collections.abc import Callable

    from infra.simulate.stage import Stage

SEEDS, STEPS = 8, 100


def found(stage: Stage) -> str:
    """What the first play that fails says. Fails when none does."""
    for number in range(1, SEEDS + 1):
        try:
            play(stage, number=number, steps=STEPS, figures=Counter(), shorten=False)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    raise AssertionError(f"{SEEDS} plays did not see it")


def one_paisa(monkeypatch: Any) -> None:
    """A fee of a paisa less than the rule says."""
    fees = import_module("haat.commissions.fees")
    right = fees.fee_of
    monkeypatch.setattr(fees, "fee_of", lambda rule, line: (right(rule, line)[0] - 1, "planted"))


def oversold(monkeypatch: Any) -> None:
    """Goods whose count goes up by itself when somebody orders: what the check was made for cannot say no."""
    from haat.inventory.models import Stock

    reserve = import_module("haat.inventory.services.reserve")
    right = reserve._take

    def take(rows: Any) -> bool:
        for row in rows:
            Stock.objects.filter(pk=row.stock_id).update(on_hand=F("on_hand") + row.quantity)
        return bool(right(rows))

    monkeypatch.setattr(reserve, "_take", take)


def released_twice(monkeypatch: Any) -> None:
    """A hold that is given up twice frees goods that others hold."""
    from haat.inventory.models import Stock

    confirm = import_module("haat.checkout.services.confirm")
    right = confirm.inventory.release

    def release(**given: Any) -> int:
        done = right(**given)
        Stock.objects.filter(reserved__gt=0).update(reserved=0)
        return done

    monkeypatch.setattr(confirm.inventory, "release", release)


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (one_paisa, "apart from the model|is on hold"),
        (oversold, "on the shelf"),
        (released_twice, "set aside|inventory_stock_reserved"),
    ],
)
def test_a_planted_bug_is_found(stage: Stage, monkeypatch: Any, plant: Callable[[Any], None], words: str) -> None:
    plant(monkeypatch)
    assert re.search(words, found(stage))
