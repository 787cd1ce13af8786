"""Values of facets: how they are kept, `name=value` in small letters, and how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.search.types import FIXED, RATING
from haat.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME_MAX, VALUE_MAX = 30, 40
SPECIFICATIONS_MAX = 12
STARS_OFFERED = (4, 3, 2)
PRICE_ENDS = (250_00, 500_00, 1000_00, 2500_00, 5000_00)


def key(name: str, value: str) -> str:
    """Empty for what is no facet: long texts, and names that search uses itself."""
    name, value = plain(name), plain(value)
    if not name or not value or len(name) > NAME_MAX or len(value) > VALUE_MAX or name in {*FIXED, "stock"}:
        return ""
    return f"{name}={value}"


def keys(pairs: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, str]]:
    """Facets of options or specifications, with name and value as their author wrote them."""
    found = {key(pair["name"], pair["value"]): (pair["name"].strip(), pair["value"].strip()) for pair in pairs}
    found.pop("", None)
    return found


def price_band(minor: int) -> str:
    """`price=250-500` in whole rupees; the last band has no end."""
    low = max(end for end in (0, *PRICE_ENDS) if end <= minor)
    high = next((end for end in PRICE_ENDS if end > minor), None)
    return f"price={low // 100}-{high // 100 if high else ''}"


def stars_and_up(tenths: int) -> list[str]:
    """`rating=4` for 4.0 and more; what has 4.6 is also among those with 3 and up."""
    return [f"{RATING}={stars}" for stars in STARS_OFFERED if tenths >= stars * 10]


def plain(text: str) -> str:
    """As it stands in a facet."""
    return " ".join(fold(text).replace("|", " ").replace("=", " ").replace(",", " ").split())
