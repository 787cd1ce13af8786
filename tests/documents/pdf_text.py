"""The text of a PDF as a reader would copy it: as much of the format as typst writes."""

from __future__ import annotations

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*?)\nendstream", re.DOTALL)
FONTS = re.compile(rb"/(f\d+) (\d+) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
LETTER = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:[^\\)]|\\.)*)\)", re.DOTALL)
ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(pdf: bytes) -> str:
    bodies = {int(number): body for number, body in OBJECT.findall(pdf)}
    fonts: dict[bytes, dict[bytes, str]] = {}
    for body in bodies.values():
        if b"/Font<<" in body:
            fonts |= {name: _letters(bodies, int(font)) for name, font in FONTS.findall(body)}
    pages = (_unpacked(body) for body in bodies.values())
    return "\n".join(_shown(page, fonts) for page in pages if b" Tf" in page)


def _letters(bodies: dict[int, bytes], font: int) -> dict[bytes, str]:
    found = TO_UNICODE.search(bodies[font])
    table = _unpacked(bodies[int(found[1])]) if found else b""
    pairs = LETTER.findall(table.partition(b"endcodespacerange")[2])
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _shown(page: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    found, letters = "", dict[bytes, str]()
    for font, string in SHOWN.findall(page):
        if font:
            letters, found = fonts[font], f"{found} "
            continue
        raw = ESCAPED.sub(lambda one: bytes([int(one[1], 8)]) if one[1] else PLAIN.get(one[2], one[2]), string)
        found += "".join(letters.get(raw[at : at + 2], "") for at in range(0, len(raw), 2))
    return found


def _unpacked(body: bytes) -> bytes:
    stream = STREAM.search(body)
    if stream is None:
        return b""
    return zlib.decompress(stream[1]) if b"/FlateDecode" in body else stream[1]
