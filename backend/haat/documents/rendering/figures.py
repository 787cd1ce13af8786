"""Amounts and rates as a table of a document shows them: plain, since its heading names the currency."""

from __future__ import annotations

from datetime import date
from typing import Any

from haat.core.money import SYMBOLS, Money, percent


def amount(minor: int | None, currency: str) -> str:
    """1,23,456.00, and nothing where there is nothing to say."""
    if minor is None:
        return ""
    return str(Money(minor, currency)).replace(SYMBOLS.get(currency, f"{currency} "), "", 1)


def whole(minor: int, currency: str) -> str:
    """With its currency: ₹1,23,456.00."""
    return str(Money(minor, currency))


def rate(basis_points: int) -> str:
    return f"{percent(basis_points)} %" if basis_points else "0 %"


def day(text: str) -> str:
    """2026-11-21 as people read it."""
    return f"{date.fromisoformat(text):%d %b %Y}"


def cell(kind: str, value: Any, currency: str) -> str:
    if kind == "money":
        return amount(int(value), currency)
    return day(str(value)) if kind == "date" else str(value)
