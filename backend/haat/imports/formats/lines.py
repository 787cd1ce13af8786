"""Rows of a file, one after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.core.sentences import sentence
from haat.imports import limits
from haat.imports.formats import csv_file, xlsx_file
from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from haat.imports.formats.layout import Layout


RIGHT = sentence("row_right", "There are cells to the right of the last named column. Name the column, or empty them.")
NUL = sentence("cell_nul", "There is a NUL byte in this cell. Write it again.")
SIGNS = sentence("cell_signs", "There are signs in this cell that no text can hold. Write it again.")


@dataclass(frozen=True, slots=True)
class Line:
    """`line` is where the row begins; `faults` maps the place of a cell to what is wrong with it; -1 is the row."""

    number: int
    line: int
    cells: list[str]
    faults: dict[int, str] = field(default_factory=dict)


def lines(stream: BinaryIO, layout: Layout) -> Iterator[Line]:
    """Every row below the header that is not empty. Raises Unreadable where the file stops making sense."""
    number, width = 0, len(layout.header)
    for line, cells, faults in raw(stream, layout):
        if line <= layout.header_line or not (any(cells) or faults):
            continue
        number += 1
        if number > limits.ROWS_MAX:
            raise Unreadable(
                f"This file has more than {limits.ROWS_MAX:,} rows. Cut it into parts and send them one by one."
            )
        yield _fitted(number, line, cells, dict(faults), width, is_csv=layout.kind == "csv")


def raw(stream: BinaryIO, layout: Layout) -> Iterator[tuple[int, list[str], dict[int, str]]]:
    stream.seek(0)
    if layout.kind == "csv":
        return csv_file.rows(stream, layout.codec, layout.delimiter)
    return xlsx_file.rows(stream, layout.sheet)


def _fitted(number: int, line: int, cells: list[str], faults: dict[int, str], width: int, *, is_csv: bool) -> Line:
    if is_csv and len(cells) != width:
        faults[-1] = sentence(
            "row_cells", "This row has {count} cells, the header has {width}. Put cells with a comma or line break in quotes.",
            count=len(cells), width=width,
        )  # fmt: skip
    elif any(cells[width:]):
        faults[-1] = RIGHT
    cells = (cells + [""] * width)[:width]
    for place, cell in enumerate(cells):
        if "\x00" in cell:
            faults[place] = NUL
            cells[place] = cell.replace("\x00", "")
        elif len(cell) > limits.CELL_CHARS_MAX:
            faults[place] = sentence(
                "cell_long", "This cell has {count} characters; at most {most} are read.",
                count=f"{len(cell):,}", most=f"{limits.CELL_CHARS_MAX:,}",
            )  # fmt: skip
            cells[place] = cell[:200]
        elif any("\ud800" <= sign <= "\udfff" for sign in cell) if not cell.isascii() else False:
            faults[place] = SIGNS
            cells[place] = cell.encode("utf-8", "replace").decode()
    return Line(number, line, cells, faults)
