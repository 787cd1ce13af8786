"""The zip around a spreadsheet: looked at in its directory before a byte of it is unpacked."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from haat.imports import limits
from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from typing import BinaryIO

ENCRYPTED = 0x1
DIRECTORY_BYTES_MAX = 1_000_000
NOT_SHEETS = {"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation", "META-INF/MANIFEST.MF": "a Java archive"}  # fmt: skip


def opened(stream: BinaryIO) -> zipfile.ZipFile:
    """The archive of a workbook. A part cannot unpack to more than the directory says: reading stops there.

    Raises Unreadable for bombs, macros, passwords and archives that are no workbook.
    """
    _check_directory(stream)
    try:
        archive = zipfile.ZipFile(stream)
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as wrong:
        raise Unreadable(
            f"This spreadsheet is damaged ({wrong}). Open it, save it again and send it once more."
        ) from None
    names = {part.filename for part in parts}
    for name, words in NOT_SHEETS.items():
        if name in names:
            raise Unreadable(f"This is {words}, not a spreadsheet. Send a CSV file or an .xlsx.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("This workbook holds macros, which are not let in. Save it as .xlsx (without macros).")
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable("This is an OpenDocument sheet. Save it as .xlsx, or as CSV, and send it again.")
    if "xl/workbook.bin" in names:
        raise Unreadable("This is a binary workbook (.xlsb). Save it as .xlsx and send it again.")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise Unreadable("This is an archive, not a spreadsheet. Unpack it and send the CSV or .xlsx inside.")
    _weigh(parts)
    return archive


def _check_directory(stream: BinaryIO) -> None:
    """Before the list of parts is built: a directory of millions of parts would fill the memory by itself."""
    try:
        end = zipfile._EndRecData(stream)  # type: ignore[attr-defined]  # the one door to its size that reads nothing more
    except (zipfile.BadZipFile, OSError, ValueError):
        end = None
    if end is not None and end[5] > DIRECTORY_BYTES_MAX:
        raise Unreadable(f"This workbook has too many parts; at most {limits.PARTS_MAX} are read.")


def _weigh(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Unreadable("This file is protected with a password. Save it without one and send it again.")
    if len(parts) > limits.PARTS_MAX:
        raise Unreadable(f"This workbook has {len(parts)} parts; at most {limits.PARTS_MAX} are read.")
    total = sum(part.file_size for part in parts)
    if total > limits.UNPACKED_BYTES_MAX:
        raise Unreadable(
            f"Unpacked this workbook would have {total // 1024**2} MB; at most {limits.UNPACKED_BYTES_MAX // 1024**2} MB "
            "are read. Delete what is not needed, or save the sheet as CSV."
        )
    for part in parts:
        if part.file_size > limits.RATIO_FROM_BYTES and part.file_size > limits.PACKED_RATIO_MAX * max(
            part.compress_size, 1
        ):
            raise Unreadable("This file unpacks to far more than it should. It is not read.")
