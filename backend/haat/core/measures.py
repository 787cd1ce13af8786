"""Numbers that measure things and are no money: read from what people type, compared, and written without idle zeros."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

LENGTH_MAX = 20
LEADING = re.compile(r"-?\d+(?:\.\d+)?")
Measure = Decimal


def parse_measure(text: str) -> Measure | None:
    """The finite number that a text is; None for any other text."""
    try:
        number = Decimal(text.strip()) if len(text) <= LENGTH_MAX else Decimal("NaN")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def leading_measure(text: str) -> Measure | None:
    """The number that a text begins with, such as that of “250 ml”."""
    found = LEADING.match(text.strip())
    return parse_measure(found[0]) if found else None


def places(number: Measure) -> int:
    """How many digits are behind the point."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def measure_text(number: Measure) -> str:
    """“250”, “2.5”: without the zeros that a column adds."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
