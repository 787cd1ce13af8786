"""CSV that a spreadsheet shows and does not run: every export writes through here."""

from __future__ import annotations

import csv
import io
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # full-width twins too
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")


def cell(value: Any) -> str:
    """One value as text; what a spreadsheet would take for a formula begins with an apostrophe."""
    text = "" if value is None else str(value)
    is_formula = text.lstrip(" ").startswith(STARTS) and not NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def rows(header: Sequence[str], lines: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The export line by line, for a streamed answer; the first begins with the mark that Excel reads as UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    for line in chain([header], lines):
        writer.writerow([cell(value) for value in line])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
