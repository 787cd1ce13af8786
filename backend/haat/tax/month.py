"""A calendar month in the brand's country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from haat.core.errors import InvalidInput
from haat.tax.rules import regime

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

YEAR_MIN, YEAR_MAX, DECEMBER = 2017, 2100, 12  # GST began in 2017


@dataclass(frozen=True, slots=True)
class Month:
    """`since` is in it, `until` is the first moment after it, `after` the first day; `year_since` begins its tax year."""

    text: str
    first: date
    after: date
    since: datetime
    until: datetime
    year_since: datetime
    country: str
    currency: str


def month(text: str, brand: Brand) -> Month:
    """`2026-10`. Raises InvalidInput."""
    digits, _, number = text.partition("-")
    if not (digits.isdecimal() and number.isdecimal() and len(text) == len("2026-10")):
        raise _wrong(text)
    if not (YEAR_MIN <= int(digits) <= YEAR_MAX and 1 <= int(number) <= DECEMBER):
        raise _wrong(text)
    first = date(int(digits), int(number), 1)
    after = date(first.year + first.month // DECEMBER, first.month % DECEMBER + 1, 1)
    rules = regime(brand.country)
    year = date(rules.tax_year(first), rules.tax_year_from, 1)
    since, until, year_since = (
        datetime.combine(day, time.min, tzinfo=rules.country.timezone) for day in (first, after, year)
    )
    return Month(text, first, after, since, until, year_since, brand.country, brand.currency)


def _wrong(text: str) -> InvalidInput:
    return InvalidInput(f"“{text}” is not a month such as 2026-10.", details={"month": ["Write it as 2026-10."]})
