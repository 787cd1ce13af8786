"""The steps from an original to what is shown of it: quarter turns and crops, one after the other.

A step is {"turn": 90, 180 or 270 to the right, "of": size} or {"crop": left, top, width and height in thousandths of what
is there, "of": size}; `of` is the width and height before it, so that the original's are known without reading it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

Step = dict[str, Any]
Size = tuple[int, int]
WHOLE = 1000
TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


def step_of(size: Size, **what: Any) -> Step:
    return {**what, "of": list(size)}


def size_after(size: Size, step: Step) -> Size:
    if "turn" in step:
        return size if step["turn"] == 180 else (size[1], size[0])
    left, top, right, bottom = _box(size, step["crop"])
    return right - left, bottom - top


def cut(image: Image.Image, steps: Sequence[Step]) -> Image.Image:
    """The same steps on a picture of any size, so that a smaller one can be read where that is enough."""
    for step in steps:
        image = image.transpose(TURNS[step["turn"]]) if "turn" in step else image.crop(_box(image.size, step["crop"]))
    return image


def digest_of(original: str, steps: Sequence[Step]) -> str:
    """The name of what the steps make of this original; without steps it is the original's own."""
    if not steps:
        return original.rpartition("/")[2].partition(".")[0]
    told = [{name: value for name, value in step.items() if name != "of"} for step in steps]
    return hashlib.sha256(f"cut:{original}:{json.dumps(told, sort_keys=True)}".encode()).hexdigest()[:40]


def _box(size: Size, crop: Sequence[int]) -> tuple[int, int, int, int]:
    left, top, width, height = crop
    return (
        size[0] * left // WHOLE, size[1] * top // WHOLE,
        size[0] * (left + width) // WHOLE, size[1] * (top + height) // WHOLE,
    )  # fmt: skip
