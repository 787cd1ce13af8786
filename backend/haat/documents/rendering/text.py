"""Other people's words made fit for paper: no control characters, no reversed reading, an end."""

from __future__ import annotations

import re
import unicodedata

LENGTH_MAX = 320
RUN_MAX = 24  # letters without a break that fit the narrowest column
ZERO_WIDTH_SPACE = "\u200b"
REVERSING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # they would let a text show other than it reads
LONG_RUN = re.compile(rf"[^\s{ZERO_WIDTH_SPACE}]{{{RUN_MAX}}}(?=\S)")


def clean(text: str, limit: int = LENGTH_MAX) -> str:
    plain = "".join(" " if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} else one for one in text[: 4 * limit])
    plain = " ".join(REVERSING.sub("", plain).split())
    return f"{plain[: limit - 1]}…" if len(plain) > limit else plain


def breakable(text: str, limit: int = LENGTH_MAX) -> str:
    """The same, where a word as long as a line may be broken."""
    return LONG_RUN.sub(lambda found: found[0] + ZERO_WIDTH_SPACE, clean(text, limit))
