"""Money is an integer of minor units and a currency. Nothing here knows a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXPONENTS = {"JPY": 0, "KRW": 0, "BHD": 3, "KWD": 3, "OMR": 3}
SYMBOLS = {"INR": "₹", "USD": "$", "EUR": "€", "GBP": "£", "AED": "AED "}
BASIS_POINTS = 10_000
AMOUNT = re.compile(r"^-?\d{1,13}(\.\d{1,6})?$")  # no exponents: what people and spreadsheets write


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (paise for INR). Adding two currencies is an error."""

    minor: int
    currency: str = "INR"

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __str__(self) -> str:
        return format_minor(self.minor, self.currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"Cannot mix {self.currency} and {other.currency}.")


def parse_minor(text: str, currency: str = "INR") -> int:
    """Minor units of a decimal text such as "1,299.00". Raises ValueError naming what is wrong."""
    cleaned = text.strip().replace(",", "").removeprefix("₹").strip()
    exponent = EXPONENTS.get(currency, 2)
    if not AMOUNT.match(cleaned):
        raise ValueError(f"“{text}” is not an amount of money.")
    scaled = Decimal(cleaned).scaleb(exponent)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"“{text}” has more than {exponent} decimals.")
    return int(scaled)


def format_minor(minor: int, currency: str) -> str:
    """Text for people, with Indian grouping for rupees: 1234567 → ₹12,345.67."""
    exponent = EXPONENTS.get(currency, 2)
    digits = str(abs(minor)).rjust(exponent + 1, "0")
    whole, fraction = (digits[:-exponent], "." + digits[-exponent:]) if exponent else (digits, "")
    sign = "-" if minor < 0 else ""
    return f"{sign}{SYMBOLS.get(currency, currency + ' ')}{_group(whole, indian=currency == 'INR')}{fraction}"


def plain_minor(minor: int) -> str:
    """For files that machines read again: "1234.50", without sign of the currency or groups."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def _group(whole: str, *, indian: bool) -> str:
    head, tail = whole[:-3], whole[-3:]
    step = 2 if indian else 3
    groups: list[str] = []
    while head:
        head, group = head[:-step], head[-step:]
        groups.insert(0, group)
    return ",".join([*groups, tail])


def round_half_up(numerator: int, denominator: int) -> int:
    """Integer division rounded half away from zero; the denominator is positive."""
    if denominator <= 0:
        raise ValueError("The denominator must be positive.")
    quotient = (2 * abs(numerator) + denominator) // (2 * denominator)
    return quotient if numerator >= 0 else -quotient


def share(minor: int, basis_points: int) -> int:
    """`basis_points` hundredths of a percent of an amount, rounded half up."""
    return round_half_up(minor * basis_points, BASIS_POINTS)


def percent(basis_points: int) -> str:
    """Basis points as people write a percentage: 1250 → "12.5"."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Split `total` by weights with the largest remainder, so that the parts sum to it exactly.

    Ties go to the earlier part. All-zero weights spread evenly. Raises ValueError on a negative weight.
    """
    if any(weight < 0 for weight in weights):
        raise ValueError("Weights must not be negative.")
    if not weights:
        return []
    parts = list(weights) if sum(weights) else [1] * len(weights)
    whole, sign = sum(parts), -1 if total < 0 else 1
    floors = [abs(total) * weight // whole for weight in parts]
    remainders = [abs(total) * weight % whole for weight in parts]
    missing = abs(total) - sum(floors)
    for index in sorted(range(len(parts)), key=lambda i: (-remainders[i], i))[:missing]:
        floors[index] += 1
    return [sign * part for part in floors]
