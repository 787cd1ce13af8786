"""Whole paise: rounding and sharing, written a second time on purpose."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE_BP = 10_000


def nearest(exact: Fraction) -> int:
    """Half a paisa goes up; amounts here are never negative."""
    return floor(exact + Fraction(1, 2))


def percent_of(minor: int, basis_points: int) -> int:
    return nearest(Fraction(minor * basis_points, WHOLE_BP))


def before_tax(minor: int, rate_bp: int) -> int:
    """What is left of an amount that includes a tax."""
    return nearest(Fraction(minor * WHOLE_BP, WHOLE_BP + rate_bp))


def share_out(total: int, weights: Sequence[int]) -> list[int]:
    """By weight; the paise that are left go to the largest remainders, the earlier of equals."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    exact = [Fraction(total * weight, whole) for weight in weights]
    parts = [floor(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda place: (parts[place] - exact[place], place))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts
