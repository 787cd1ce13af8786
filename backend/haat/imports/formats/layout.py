"""A file at first sight: its kind, its header, and how its first rows read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from haat.imports import limits
from haat.imports.formats import lines as reading
from haat.imports.formats import text, xlsx_file
from haat.imports.formats.kinds import kind_of
from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Layout:
    """What is needed to read the file again."""

    kind: str
    codec: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_line: int = 0
    header: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Look:
    layout: Layout
    preview: list[list[str]]
    notes: list[str]


def look(stream: BinaryIO, known: Callable[[list[str]], int]) -> Look:
    """Read as little as tells how to read the rest. `known` says how many names of a row mean something to us.

    Raises Unreadable with a sentence.
    """
    kind = kind_of(stream)
    notes: list[str] = []
    if kind == "csv":
        codec, note = text.encoding_of(stream)
        notes += [note] if note else []
        layout = Layout("csv", codec, text.delimiter_of(stream, codec))
    else:
        names = xlsx_file.sheets(stream)
        layout = Layout("xlsx", sheet=names[0])
        if len(names) > 1:
            notes.append(f"Only the first sheet, “{names[0]}”, is read; there are {len(names)}.")
    top = [
        (line, cells)
        for line, cells, _ in islice(reading.raw(stream, layout), limits.HEADER_WITHIN + limits.PREVIEW_ROWS)
    ]
    header_line, header = _header(top, known)
    if skipped := [line for line, cells in top if line < header_line and any(cells)]:
        notes.append(f"The column names were found in line {header_line}; line {skipped[0]} above it is not read.")
    header, more = _named(header)
    layout = Layout(layout.kind, layout.codec, layout.delimiter, layout.sheet, header_line, header)
    preview = [(cells + [""] * len(header))[: len(header)] for line, cells in top if line > header_line and any(cells)]
    if not preview:
        raise Unreadable("There is a header and nothing below it. Fill at least one row.")
    shown = [[cell[:120].replace("\x00", "") for cell in row] for row in preview[: limits.PREVIEW_ROWS]]
    return Look(layout, shown, notes + more)


def _header(top: list[tuple[int, list[str]]], known: Callable[[list[str]], int]) -> tuple[int, list[str]]:
    filled = [(line, cells) for line, cells in top[: limits.HEADER_WITHIN] if any(cells)]
    if not filled:
        raise Unreadable("The first rows of this file are empty. Put the names of the columns into the first row.")
    return max(filled, key=lambda row: (known(row[1]), -row[0]))


def _named(header: list[str]) -> tuple[list[str], list[str]]:
    """Every column with a name of its own: the empty and the double ones are told."""
    header = [name.replace("\x00", "")[:120] for name in header]
    while header and not header[-1]:
        header.pop()
    notes, seen = [], set()
    for place, name in enumerate(header):
        if not name:
            header[place] = f"Column {place + 1}"
            notes.append(f"Column {place + 1} has no name (merged cells?). It is not read unless you say what it is.")
        elif name.casefold() in seen:
            header[place] = f"{name} ({place + 1})"
            notes.append(f"There are two columns “{name}”. The second is shown as “{header[place]}”.")
        seen.add(header[place].casefold())
    if len(header) > limits.COLUMNS_MAX:
        raise Unreadable(f"This file has {len(header):,} columns; at most {limits.COLUMNS_MAX} are read.")
    return header, notes
