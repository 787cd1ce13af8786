"""An amount of money in words: lakh and crore for rupees, thousands and millions elsewhere."""

from __future__ import annotations

from haat.core.money import EXPONENTS

SMALL = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen",
    "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
)  # fmt: skip
TENS = ("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
INDIAN = ((10_000_000, "Crore"), (100_000, "Lakh"), (1_000, "Thousand"), (100, "Hundred"))
WESTERN = ((1_000_000_000, "Billion"), (1_000_000, "Million"), (1_000, "Thousand"), (100, "Hundred"))
UNITS = {"INR": ("Rupees", "Paise"), "AED": ("Dirhams", "Fils")}
AND_BELOW = 100


def in_words(minor: int, currency: str) -> str:
    """`Rupees One Lakh Twenty-Three Thousand and Forty Paise Only`; what is negative says so."""
    whole, fraction = divmod(abs(minor), 10 ** EXPONENTS.get(currency, 2))
    unit, part = UNITS.get(currency, (currency, "Hundredths"))
    words = f"{unit} {number(whole, indian=currency == 'INR')}"
    if fraction:
        words += f" and {number(fraction)} {part}"
    return f"{'Minus ' if minor < 0 else ''}{words} Only"


def number(value: int, *, indian: bool = False) -> str:
    """A whole number from zero. Crores are counted as numbers again: one lakh crore."""
    if value < len(SMALL):
        return SMALL[value]
    if value < AND_BELOW:
        tens, ones = divmod(value, 10)
        return TENS[tens] + (f"-{SMALL[ones]}" if ones else "")
    size, name = next(one for one in (INDIAN if indian else WESTERN) if value >= one[0])
    many, rest = divmod(value, size)
    return f"{number(many, indian=indian)} {name}{f' {number(rest, indian=indian)}' if rest else ''}"
