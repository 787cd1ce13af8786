"""What makes a review wait for a look whatever the brand's policy: contacts and links in it."""

from __future__ import annotations

import re

PATTERNS = {
    "email": re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}"),
    "phone": re.compile(r"(?<!\d)(?:\+?\d[\s-]?){9,12}\d(?!\d)"),
    "link": re.compile(r"(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|in|net|org|shop|store|xyz|info|co)\b", re.IGNORECASE),
}  # fmt: skip


def flags_of(*texts: str) -> list[str]:
    said = "\n".join(texts)
    return [name for name, pattern in PATTERNS.items() if pattern.search(said)]
