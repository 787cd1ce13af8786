"""Spreadsheets, row by row: openpyxl's own reader of a sheet, with the texts it refers to kept on disk."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._reader import WorkSheetParser

from haat.core.sentences import sentence
from haat.imports import limits
from haat.imports.formats import packed
from haat.imports.formats.csv_file import FORMULA
from haat.imports.formats.refusal import Unreadable
from haat.imports.formats.texts import Texts

if TYPE_CHECKING:
    from typing import BinaryIO

BROKEN = (ParseError, DefusedXmlException, KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError, zipfile.BadZipFile, EOFError, OSError, NotImplementedError)  # fmt: skip
LINE_MAX = 1_048_576  # of a sheet


class Reader(ExcelReader):
    """Opens the archive that was looked at, and keeps the shared texts out of memory."""

    def __init__(self, archive: zipfile.ZipFile, texts: Texts) -> None:
        self.archive, self.valid_files = archive, archive.namelist()
        self.read_only, self.keep_vba, self.data_only, self.keep_links, self.rich_text = (
            True,
            False,
            False,
            False,
            False,
        )
        self.shared_strings: Any = texts

    def read_strings(self) -> None:
        if "xl/sharedStrings.xml" in self.valid_files:
            with self.archive.open("xl/sharedStrings.xml") as source:
                self.shared_strings.fill(source)


def sheets(stream: BinaryIO) -> list[str]:
    """Names of the sheets that hold cells, in their order. Raises Unreadable."""
    with _book(stream) as book:
        return [sheet.title for sheet in book.worksheets]


def rows(stream: BinaryIO, sheet: str) -> Iterator[tuple[int, list[str], dict[int, str]]]:
    """As of a CSV. Cells are what was typed; a formula is a fault. Raises Unreadable where the sheet is damaged."""
    with _book(stream) as book:
        source = next((one for one in book.worksheets if one.title == sheet), book.worksheets[0])
        with source._get_source() as xml:
            parser = WorkSheetParser(
                xml, source._shared_strings, epoch=book.epoch, date_formats=book._date_formats, timedelta_formats=book._timedelta_formats
            )  # fmt: skip
            last = 0
            for line, found in _guarded(parser.parse()):
                if line <= last or line > LINE_MAX:
                    raise Unreadable(f"The rows of this sheet are out of order near row {line}. Save it again.")
                last = line
                yield line, *_cells(line, found)


def _guarded(parsed: Iterator[Any]) -> Iterator[Any]:
    while True:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                row = next(parsed)
        except StopIteration:
            return
        except BROKEN as wrong:
            raise Unreadable(
                f"This sheet is damaged ({type(wrong).__name__}). Open it, save it again and send it."
            ) from None
        yield row


@contextmanager
def _book(stream: BinaryIO) -> Iterator[Any]:
    """The workbook while its archive and its texts are open. Raises Unreadable."""
    with packed.opened(stream) as archive, Texts() as texts:
        reader = Reader(archive, texts)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader.read()
        except BROKEN as wrong:
            sentence = f"This spreadsheet is damaged ({type(wrong).__name__}). Open it, save it again and send it."
            raise Unreadable(sentence) from None
        if not reader.wb.worksheets:
            raise Unreadable("This workbook has no sheet with rows.")
        yield reader.wb


def _cells(line: int, found: list[dict[str, Any]]) -> tuple[list[str], dict[int, str]]:
    cells: list[str] = []
    faults: dict[int, str] = {}
    for cell in found:
        place = cell["column"] - 1
        if cell["value"] is None:
            continue
        if not 0 <= place < limits.COLUMNS_MAX:
            raise Unreadable(f"Row {line} has {place + 1:,} columns; at most {limits.COLUMNS_MAX} are read.")
        cells.extend([""] * (place + 1 - len(cells)))
        if cell["data_type"] == "f":
            faults[place] = FORMULA
        elif cell["data_type"] == "e":
            faults[place] = sentence(
                "cell_error",
                "This cell holds an error of the spreadsheet ({value}). Write the value itself.",
                value=cell["value"],
            )
        cells[place] = _text(cell["value"]) if place not in faults else str(cell["value"])[:200]
    return cells, faults


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value).strip()
