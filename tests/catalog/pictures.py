"""Pictures for tests: good ones, and ones that are not what they say."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
SECRET = "Ravis kitchen"  # noqa: S105 - what must not come through


def picture(kind: str = "png", size: tuple[int, int] = (640, 480), *, colour: str = "teal", **saving: Any) -> bytes:
    body = io.BytesIO()
    image = Image.new("RGB", size, colour)
    image.paste("orange", (0, 0, size[0] // 4, size[1] // 4))  # the upper left corner can be told
    image.save(body, kind.upper(), **saving)
    return body.getvalue()


def with_secrets(size: tuple[int, int] = (640, 480), *, orientation: int = 6) -> bytes:
    """A photograph that lies on its side and knows who took it and where."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, SECRET
    exif.get_ifd(GPS)[1], exif.get_ifd(GPS)[2] = "N", (18.0, 57.0, 30.0)
    return picture("jpeg", size, exif=exif, comment=SECRET.encode())


def moving(kind: str) -> bytes:
    body = io.BytesIO()
    frames = [Image.new("RGB", (300, 300), colour) for colour in ("red", "blue")]
    frames[0].save(body, kind.upper(), save_all=True, append_images=frames[1:], duration=100)
    return body.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that says it has that many pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
