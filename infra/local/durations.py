"""Spans of time as people write them: 8d, 3h, 90m, 1d12h."""

import re
from datetime import timedelta

from infra.local.errors import LocalError

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def parse(text: str) -> timedelta:
    if not re.fullmatch(r"(\d{1,5}[dhms])+", text):
        raise LocalError(f"{text!r} is not a span of time. Write days, hours, minutes or seconds: 8d, 3h, 90m, 1d12h.")
    parts = re.findall(r"(\d+)([dhms])", text)
    return sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())
