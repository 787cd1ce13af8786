"""What a file is, by its first bytes and not by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from typing import BinaryIO

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD_BYTES = 64 * 1024
OTHERS = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"%PDF": "a PDF document",
    b"\x1f\x8b": "a gzip archive: unpack it first", b"7z\xbc\xaf": "a 7-Zip archive: unpack it first",
    b"Rar!": "a RAR archive: unpack it first", b"MZ": "a Windows program", b"\x7fELF": "a program", b"{\\rtf": "a text document",
    b"<!DOCTYPE": "a web page", b"<html": "a web page", b"<?xml": "an XML document", b"SQLite format": "a database",
}  # fmt: skip
CONTROLS = bytes(set(range(32)) - {9, 10, 13, 27})


def kind_of(stream: BinaryIO) -> Literal["csv", "xlsx"]:
    """Raises Unreadable with what the file is instead."""
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("This file is empty. Save it again with its rows and send it once more.")
    if head.startswith(b"PK"):
        return "xlsx"
    if head.startswith(OLE):
        raise Unreadable(_ole(stream))
    for mark, words in OTHERS.items():
        if head.lstrip()[: len(mark)].lower() == mark.lower():
            raise Unreadable(f"This is {words}. Send a CSV file, or a spreadsheet saved as .xlsx.")
    is_wide = head[:2] in {b"\xff\xfe", b"\xfe\xff"} or head.count(0) * 3 > len(head)  # perhaps UTF-16
    strange = len(head) - len(head.translate(None, CONTROLS))
    if not is_wide and strange * 50 > len(head):
        raise Unreadable("This is no text: it is full of bytes that no letter has. Send a CSV file, or an .xlsx.")
    return "csv"


def _ole(stream: BinaryIO) -> str:
    """An old workbook, or a new one behind a password: both have this outer form."""
    found = False
    tail = b""
    while piece := stream.read(1024 * 1024):
        found = found or "EncryptedPackage".encode("utf-16-le") in tail + piece
        tail = piece[-64:]
    stream.seek(0)
    if found:
        return (
            "This workbook is protected with a password. Save it without one (File, Info, Protect) and send it again."
        )
    return "This is a workbook of the old .xls form. Save it as .xlsx, or as CSV, and send it again."
