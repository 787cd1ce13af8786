"""What somebody who has typed a few letters may be looking for."""

from __future__ import annotations

from itertools import islice
from typing import Any

from haat.search.frame import frame
from haat.search.queries.cards import shown
from haat.search.queries.find import page_of
from haat.search.reading import read
from haat.search.types import Wanted
from haat.search.words import fold

PRODUCTS = 5
CATEGORIES = 3


def suggestions(text: str) -> dict[str, Any]:
    """Products and categories for the letters typed so far, and the spelling they were read with."""
    reading = read(text, is_typing=True)
    if not reading.groups:
        return {"corrected": "", "products": [], "categories": []}
    needle = fold(reading.corrected or text).strip()
    named = islice((row for name, row in frame().names if needle in name), CATEGORIES)
    found = page_of(Wanted(reading), sort="relevance", limit=PRODUCTS)
    return {
        "corrected": reading.corrected,
        "products": shown(found.cards),
        "categories": list(named),
    }
