"""Writing a sheet of many rows with few of them in memory: CSV or XLSX, into a private file."""

from __future__ import annotations

import re
import tempfile
from typing import TYPE_CHECKING

from django.core.files import File
from openpyxl.workbook.workbook import Workbook

from haat.core import csv
from haat.tenancy import private

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML has no sign for


def write(*, name: str, form: str, header: Sequence[str], lines: Iterable[Sequence[str]]) -> tuple[str, int]:
    """Keep it among the private files. Returns its name there and its rows."""
    with tempfile.TemporaryFile() as copy:
        rows = (_xlsx if form == "xlsx" else _csv)(copy, header, lines)
        copy.seek(0)
        return private.storage().put(f"{name}.{form}", File(copy)), rows


def _csv(copy: IO[bytes], header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    count = -1
    for count, line in enumerate(csv.rows(header, lines)):  # noqa: B007 - the header is the first
        copy.write(line.encode("utf-8", "replace"))
    return max(count, 0)


def _xlsx(copy: IO[bytes], header: Sequence[str], lines: Iterable[Sequence[str]]) -> int:
    """Every cell is text, so that no SKU loses its zeros and no formula runs."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Goods")
    sheet.append(list(header))
    count = 0
    for count, line in enumerate(lines, 1):  # noqa: B007 - the last number is the count
        sheet.append([csv.cell(ILLEGAL.sub("", value)) or None for value in line])
    book.save(copy)
    return count
