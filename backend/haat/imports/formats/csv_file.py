"""CSV as people's programs write it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from haat.core.sentences import sentence
from haat.imports import limits
from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

FORMULA = sentence("cell_formula", "This is a formula. Formulas are not worked out here: paste its value instead.")


def rows(stream: BinaryIO, codec: str, delimiter: str) -> Iterator[tuple[int, list[str], dict[int, str]]]:
    """The line where each row begins, its cells, its faults. Raises Unreadable for quotes that never end."""
    csv.field_size_limit(limits.CELL_CHARS_MAX * 8)
    text = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if len(cells) > limits.COLUMNS_MAX:
                raise Unreadable(f"Line {begins} has {len(cells):,} columns; at most {limits.COLUMNS_MAX} are read.")
            yield (
                begins,
                [cell.strip() for cell in cells],
                {at: FORMULA for at, cell in enumerate(cells) if cell[:1] == "="},
            )
            begins = reader.line_num + 1
    except csv.Error as wrong:
        raise Unreadable(_sentence(str(wrong), begins), details={"line": begins}) from None
    finally:
        text.detach()


def _sentence(wrong: str, line: int) -> str:
    if "field larger" in wrong or "unexpected end" in wrong:
        return (
            f"A quotation mark that opens in line {line} is never closed. Close it, or double it where it means inches."
        )
    if "expected after" in wrong:
        return f'In line {line} a quotation mark stands inside a cell. Double it (""), or take it away.'
    return f"From line {line} on this is no CSV any more ({wrong}). Save the file again as CSV."
