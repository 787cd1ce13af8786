"""Whether an upload is a picture that we take. Cheap enough for the request: the person hears at once."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from haat.catalog.services.pictures.containers import Cut, Foreign, Moving, kind_of, whole
from haat.catalog.services.pictures.turning import lies_on_its_side
from haat.core.errors import InvalidInput

BYTES_MAX = 20_000_000
PIXELS_MAX = 50_000_000
SIDE_MIN, SIDE_MAX = 200, 12_000
RATIO_MAX = 4  # the longer side to the shorter one
RECIPE = b"1:"  # of encoding: another one gives other files and so needs other names
MODES = {"1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr"}


class PictureRefused(InvalidInput):
    """`details` name the field of the form, so that the sentence stands beside the picture."""

    code = "picture_refused"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, details={"file": [sentence]})


@dataclass(frozen=True, slots=True)
class Looked:
    """A picture that may be kept: its bytes without what followed it, and its size as people see it."""

    content: bytes
    kind: str
    digest: str
    width: int
    height: int


def inspected(content: bytes) -> Looked:
    """Raises PictureRefused with what is wrong and what to do."""
    if not content:
        raise PictureRefused(_("This file is empty."))
    if len(content) > BYTES_MAX:
        raise PictureRefused(_("This picture is larger than %(size)d MB.") % {"size": BYTES_MAX // 1_000_000})
    kind = kind_of(content)
    if kind is None:
        raise PictureRefused(
            _("This is not a JPEG, PNG, WebP or AVIF picture, whatever its name says. Save it as one of them.")
        )
    alone = _alone(content, kind)
    width, height = _measured(alone, kind)
    return Looked(alone, kind, hashlib.sha256(RECIPE + alone).hexdigest()[:40], width, height)


def _alone(content: bytes, kind: str) -> bytes:
    try:
        return whole(content, kind)
    except Cut:
        raise PictureRefused(_("This picture ends in the middle; it was not copied whole. Take it anew.")) from None
    except Moving:
        raise PictureRefused(_("Moving pictures are not taken. Choose one that stands still.")) from None
    except Foreign:
        raise PictureRefused(_("Behind this picture something else is hidden. Save it anew as a picture.")) from None


def _measured(content: bytes, kind: str) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(content), formats=[kind.upper()]) as image:
            _check(image)
            return (image.height, image.width) if lies_on_its_side(image) else (image.width, image.height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise PictureRefused(_("This picture is damaged and cannot be read. Save it anew.")) from None


def _check(image: Image.Image) -> None:
    sides = sorted((image.width, image.height))
    if sides[0] * sides[1] > PIXELS_MAX or sides[1] > SIDE_MAX:
        raise _too_many_pixels()
    if sides[0] < SIDE_MIN:
        sentence = _(
            "This picture is too small: %(width)d × %(height)d pixels. Each side needs %(least)d, better 1,000."
        )
        raise PictureRefused(sentence % {"width": image.width, "height": image.height, "least": SIDE_MIN})
    if sides[1] > sides[0] * RATIO_MAX:
        raise PictureRefused(_("This picture is a narrow strip. Its longer side may be four times the shorter one."))
    if getattr(image, "n_frames", 1) > 1 and image.format != "JPEG":
        raise PictureRefused(_("Moving pictures are not taken. Choose one that stands still."))
    if image.mode not in MODES:
        raise PictureRefused(
            _("Colours of this kind cannot be shown on the web. Save it with 8 bits a channel, as RGB.")
        )


def _too_many_pixels() -> PictureRefused:
    sentence = _("This picture has too many pixels. It may have %(millions)d million, and %(side)d on its longer side.")
    return PictureRefused(sentence % {"millions": PIXELS_MAX // 1_000_000, "side": SIDE_MAX})
