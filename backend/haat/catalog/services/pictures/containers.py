"""How the four kinds of pictures are put together: enough to see that a file is one, whole, still, and nothing else.

Nothing here decodes a pixel, so that a file of any content costs what its bytes cost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

JPEG, PNG, WEBP, AVIF = "jpeg", "png", "webp", "avif"
PNG_START = b"\x89PNG\r\n\x1a\n"
AVIF_BRANDS = {b"avif", b"avis"}
JPEG_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length
SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
FOREIGN = re.compile(rb"(?i)<(?:!doctype|html|script|iframe|\?php)|%PDF-|PK\x05\x06")


class Cut(Exception):
    """The file ends before the picture does."""


class Moving(Exception):
    """More than one picture that follow each other in time."""


class Foreign(Exception):
    """Something that is no picture follows the picture."""


def kind_of(content: bytes) -> str | None:
    """By its first bytes, never by what it is called."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(PNG_START):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return AVIF if content[4:8] == b"ftyp" and AVIF_BRANDS & set(_brands(content)) else None


def whole(content: bytes, kind: str) -> bytes:
    """The picture alone. Raises Cut, Moving or Foreign.

    Phones put films, second pictures and notes of their own behind a JPEG; those are left out. Behind the others nothing
    may follow, and behind no picture a page, a document or an archive.
    """
    end = ENDS[kind](content)
    rest = content[end:]
    if rest.strip(b"\x00") and (kind != JPEG or FOREIGN.search(rest)):
        raise Foreign
    return content[:end]


def _jpeg_end(content: bytes) -> int:
    place = 2
    while place + 2 <= len(content):
        if content[place] != 0xFF:
            raise Cut
        marker = content[place + 1]
        if marker == 0xFF:  # fill byte
            place += 1
        elif marker == 0xD9:
            return place + 2
        elif marker in JPEG_ALONE:
            place += 2
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4])
            if marker == 0xDA:
                place = _scan_end(content, place)
    raise Cut


def _scan_end(content: bytes, start: int) -> int:
    found = SCAN_ENDS.search(content, start)
    if found is None:
        raise Cut
    return found.start()


def _png_end(content: bytes) -> int:
    place = len(PNG_START)
    while place + 12 <= len(content):
        length, name = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        if name == b"acTL":
            raise Moving
        place += 12 + length
        if name == b"IEND":
            return place if place <= len(content) else _cut()
    raise Cut


def _webp_end(content: bytes) -> int:
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content) or end < 20:
        raise Cut
    if content[12:16] == b"VP8X" and content[20] & 0b10:
        raise Moving
    return end


def _avif_end(content: bytes) -> int:
    if b"avis" in _brands(content):
        raise Moving
    place, seen = 0, set()
    while place + 8 <= len(content):
        length, name = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        if length == 1:
            length = int.from_bytes(content[place + 8 : place + 16])
        if length < 8 or place + length > len(content):
            break
        seen.add(name)
        place += length
    if not {b"meta", b"mdat"} <= seen:
        raise Cut
    return place


def _brands(content: bytes) -> list[bytes]:
    box = content[: min(int.from_bytes(content[:4]), 256)]
    return [box[8:12], *(box[place : place + 4] for place in range(16, len(box), 4))]


def _cut() -> int:
    raise Cut


ENDS: dict[str, Callable[[bytes], int]] = {JPEG: _jpeg_end, PNG: _png_end, WEBP: _webp_end, AVIF: _avif_end}
