"""The sizes of a picture that are shown: turned upright, in the web's colours, and with nothing else in them."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from haat.catalog.services.pictures.cuts import cut
from haat.catalog.services.pictures.turning import orientation, upright
from haat.catalog.types import PICTURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from haat.catalog.services.pictures.cuts import Step

WIDTHS = (160, 400, 800, 1600)
FALLBACK_WIDTH = 800  # what a reader without srcset gets
SAVING = {
    "avif": {"quality": 58, "speed": 7, "max_threads": 1},
    "webp": {"quality": 80, "method": 4},
}


def widths_of(width: int) -> list[int]:
    """Never wider than the original: a size more would be made of guesses."""
    return [*(one for one in WIDTHS if one < width), *([width] if width <= WIDTHS[-1] else [])]


def path_of(digest: str, width: int, kind: str) -> str:
    return f"{PICTURES}{digest}/{width}.{kind}"


def fallback_of(digest: str, width: int) -> str:
    """The one address of a picture for whoever takes only one."""
    return path_of(digest, max(one for one in widths_of(width) if one <= FALLBACK_WIDTH), "webp")


def encoded(content: bytes, kind: str, width: int, steps: Sequence[Step] = ()) -> Iterator[tuple[int, str, bytes]]:
    """Width, kind and bytes of each size of what the steps leave of it, `width` pixels wide. Raises OSError and its like for pixels that cannot be read."""
    with Image.open(io.BytesIO(content), formats=[kind.upper()]) as opened:
        held = orientation(opened)
        widest = widths_of(width)[-1]
        scale = 2 * widest / width
        if scale < 1:
            opened.draft(None, (int(opened.width * scale), int(opened.height * scale)))
        image = cut(upright(_plain(opened), held), steps)
    for one in reversed(widths_of(width)):
        height = max(1, round(image.height * one / image.width))
        image = image if image.width == one else image.resize((one, height), Image.Resampling.LANCZOS)
        for name, options in SAVING.items():
            body = io.BytesIO()
            image.save(body, name.upper(), **options)
            yield one, name, body.getvalue()


def _plain(image: Image.Image) -> Image.Image:
    """Pixels alone: no profile, place or maker."""
    profile = image.info.get("icc_profile")
    has_alpha = image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError):  # a broken profile is no profile
            image = _in_srgb(image, profile)
    plain = image.convert("RGBA" if has_alpha else "RGB")
    plain.load()
    plain.info = {}
    return plain


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    return found if found is not None else image
