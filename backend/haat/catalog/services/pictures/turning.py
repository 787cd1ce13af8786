"""How a camera was held. Read from what stands before the pixels, so that asking costs no decoding."""

from __future__ import annotations

from PIL import Image

ORIENTATION = 0x0112
FLIP, TURN = Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose
MOVES = {
    2: FLIP, 3: TURN.ROTATE_180, 4: TURN.FLIP_TOP_BOTTOM, 5: TURN.TRANSPOSE, 6: TURN.ROTATE_270,
    7: TURN.TRANSVERSE, 8: TURN.ROTATE_90,
}  # fmt: skip


def orientation(image: Image.Image) -> int:
    """1 to 8 as EXIF has it; 1 for whatever says nothing, or nonsense. Ask before anything loads the pixels."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif") or b"")
    except (SyntaxError, ValueError, OSError, KeyError, TypeError):
        return 1
    found = exif.get(ORIENTATION)
    return found if found in MOVES else 1


def lies_on_its_side(image: Image.Image) -> bool:
    return orientation(image) >= 5


def upright(image: Image.Image, found: int) -> Image.Image:
    return image.transpose(MOVES[found]) if found in MOVES else image
