"""Reading the file itself, row by row: gzip or plain, UTF-8, with a header that has the columns we need."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.manifests.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from haat.manifests.listings.mapping import Mapping

GZIP = b"\x1f\x8b"
FIELD_BYTES_MAX = 1_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file by our names, and the line where it begins."""

    number: int
    cells: dict[str, str]
    reason: str = ""  # why the row as a whole cannot be read


def lines(path: Path, mapping: Mapping) -> Iterator[Line]:
    """Every row after the header. Raises Refused when the file is not what it says, even in its middle."""
    csv.field_size_limit(FIELD_BYTES_MAX)
    number = 1
    try:
        with _open(path) as stream:
            reader = csv.reader(stream)
            header = [name.strip() for name in next(reader, [])]
            places = _places(path, header, mapping)
            number = reader.line_num + 1
            for cells in reader:
                yield _line(number, cells, len(header), places)
                number = reader.line_num + 1
    except (gzip.BadGzipFile, zlib.error, EOFError) as wrong:
        raise Refused([Problem(path, number, "gzip", f"The file is damaged here: {wrong}")]) from None
    except csv.Error as wrong:
        raise Refused([Problem(path, number, "CSV", f"This is not CSV any more: {wrong}.")]) from None
    except OSError as wrong:
        raise Refused([Problem(path, number, "file", wrong.strerror or str(wrong))]) from None


def _open(path: Path) -> io.TextIOWrapper:
    with path.open("rb") as peek:
        is_gzip = peek.read(2) == GZIP
    if path.suffix == ".gz" and not is_gzip:
        raise Refused([Problem(path, 1, "gzip", "The name ends in .gz, but this is not a gzip file.")])
    # A broken byte spoils its own row, not the file: it stays visible as a surrogate and is found there.
    how = {"encoding": "utf-8-sig", "errors": "surrogateescape", "newline": ""}
    return gzip.open(path, "rt", **how) if is_gzip else path.open("r", **how)  # type: ignore[call-overload, no-any-return]  # `how` is one type for both


def _places(path: Path, header: list[str], mapping: Mapping) -> dict[str, int]:
    absent = [column for column in mapping.columns.values() if column not in header]
    if absent:
        sentence = f"These columns are missing: {', '.join(absent)}. The file has: {', '.join(header)[:300] or 'none'}."
        raise Refused([Problem(path, 1, "header", sentence)])
    return {name: header.index(column) for name, column in mapping.columns.items()}


def _line(number: int, cells: list[str], width: int, places: dict[str, int]) -> Line:
    if len(cells) != width:
        return Line(number, {}, f"This row has {len(cells)} cells, the header has {width}.")
    found = {name: cells[place].strip() for name, place in places.items()}
    return Line(number, found)
