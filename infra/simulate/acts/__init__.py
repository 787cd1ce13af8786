"""What can happen in the market: one kind a file, found by itself. To add a kind, add a file with `@act`."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infra.simulate.market import Market

T = TypeVar("T")
SIMPLEST = "a_while"  # what a failing run is made of as far as it can be


class Dice(Protocol):
    """Where an act gets its choices from. The first of a list and the least number are the simplest."""

    def one(self, of: Sequence[T]) -> T: ...

    def number(self, least: int, most: int) -> int: ...


@dataclass(frozen=True, slots=True)
class Act:
    name: str
    weight: int
    run: Callable[[Market, Dice], None]
    ready: Callable[[Market], Any]


ACTS: dict[str, Act] = {}


def act(weight: int, ready: Callable[[Market], Any] = lambda _: True) -> Callable[..., Any]:
    """Register a function `(market, dice)`. `weight` is how often it is chosen among the others, `ready` whether it can."""

    def register(run: Callable[[Market, Dice], None]) -> Callable[[Market, Dice], None]:
        name = run.__name__
        ACTS[name] = Act(name, weight, run, ready)
        return run

    return register


def load() -> dict[str, Act]:
    """Import every file of acts; in the order of their names, so that a seed means the same everywhere."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(ACTS.items(), key=lambda one: (one[0] != SIMPLEST, one[0])))


def choices(market: Market) -> list[Act]:
    """What can happen now, each as often as it weighs."""
    return [one for one in load().values() if one.ready(market) for _ in range(one.weight)]
