"""How the bytes of a text are to be read: told, not guessed in silence."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from haat.imports.formats.refusal import Unreadable

if TYPE_CHECKING:
    from typing import BinaryIO

PIECE = 256 * 1024
DELIMITERS = (",", ";", "\t", "|")
UNDEFINED = b"\x81\x8d\x8f\x90\x9d"  # the five bytes that cp1252 gives no letter
NAMES = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252 (Western European)"}
SAMPLE_LINES = 30


def encoding_of(stream: BinaryIO) -> tuple[str, str]:
    """The codec, and a note where it is a guess. Raises Unreadable naming byte and line that fit none."""
    stream.seek(0)
    head = stream.read(4096)
    if head[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        _try(stream, "utf-16")
        return "utf-16", ""
    if head.count(0) * 3 > len(head):
        codec = "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
        _try(stream, codec)
        return codec, "This looks like UTF-16 without its mark. Look at the rows below: do they read right?"
    try:
        _try(stream, "utf-8-sig")
    except Unreadable as refusal:
        if _has(stream, UNDEFINED):
            raise refusal from None
        return "cp1252", (
            "This file is not UTF-8. It was read as Windows-1252, as old Excel writes it. Look at the rows below: if "
            "letters are wrong, save the file as “CSV UTF-8” and send it again."
        )
    return "utf-8-sig", ""


def delimiter_of(stream: BinaryIO, codec: str) -> str:
    """The sign between cells: the one that cuts most lines into the same, and largest, number of cells."""
    stream.seek(0)
    text = codecs.getincrementaldecoder(codec)(errors="replace").decode(stream.read(PIECE))
    best, most = ",", 0
    for sign in DELIMITERS:
        try:
            rows = [
                row for row, _ in zip(csv.reader(io.StringIO(text), delimiter=sign), range(SAMPLE_LINES), strict=False)
            ]
        except csv.Error:
            continue
        widths = [len(row) for row in rows if row]
        score = sum(width for width in widths if width == widths[0] and width > 1)
        if score > most:
            best, most = sign, score
    return best


def _try(stream: BinaryIO, codec: str) -> None:
    """Decode it all in pieces. Raises Unreadable."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(codec)()
    passed, lines = 0, 1
    while True:
        piece = stream.read(PIECE)
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as wrong:
            at = max(passed - waiting, 0) + wrong.start
            line = lines + piece[: max(wrong.start - waiting, 0)].count(b"\n")
            value = wrong.object[wrong.start : wrong.start + 1].hex().upper()
            raise Unreadable(
                f"The byte {value} in line {line} (byte {at + 1} of the file) is no {NAMES.get(codec, codec)}. "
                "Save the file as “CSV UTF-8” and send it again.",
                details={"line": line, "byte": at + 1},
            ) from None
        if not piece:
            return
        passed += len(piece)
        lines += piece.count(b"\n")


def _has(stream: BinaryIO, signs: bytes) -> bool:
    stream.seek(0)
    while piece := stream.read(PIECE):
        if len(piece.translate(None, signs)) < len(piece):
            return True
    return False
