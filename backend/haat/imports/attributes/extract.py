"""Reading facts out of words. What two rules say differently, the title decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from haat.imports.attributes import words

if TYPE_CHECKING:
    from collections.abc import Sequence

VALUE_MAX = 80
STATED_AFTER = re.compile(r"Specifications? of|Key Features of", re.IGNORECASE)


def extract(*, title: str, description: str, brand: str, tree: Sequence[str]) -> list[dict[str, str]]:
    """Pairs of name and value, in the order that people ask for them."""
    found: dict[str, str] = {}
    bare = title.removeprefix(brand).strip() if brand else title
    for name, value in (
        ("Brand", brand or brand_of(tree, title)),
        ("Colour", _word(words.COLOUR, bare)),
        ("Size", _size(bare)),
        ("Material", _word(words.MATERIAL, bare)),
        ("Pack of", _first(words.PACK, bare)),
        ("Pattern", _word(words.PATTERN, bare)),
        ("Ideal for", _for_whom(title)),
        ("Sleeve", _sleeve(bare)),
        ("Neck", _first(words.NECK, bare).capitalize()),
    ):
        if value:
            found[name] = value[:VALUE_MAX]
    for name, value in _stated(description).items():
        found.setdefault(name, value[:VALUE_MAX])
    return [{"name": name, "value": value} for name, value in found.items()]


def brand_of(tree: Sequence[str], title: str) -> str:
    """Some trees end in the brand's own shelf, “T-Shirts >> Nuteez T-Shirts”; the title then begins with its name."""
    if len(tree) < 2 or not tree[-1].endswith(f" {tree[-2]}"):
        return ""
    brand = tree[-1].removesuffix(tree[-2]).strip()
    return brand if title.casefold().startswith(f"{brand} ".casefold()) else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return next((group for group in match.groups() if group), "") if match else ""


def _word(pattern: re.Pattern[str], text: str) -> str:
    value = _first(pattern, text).title()
    return words.SAME.get(value, value)


def _size(text: str) -> str:
    if stated := _first(words.SIZES, text):
        return stated.upper() if len(stated) < 4 else stated.capitalize()
    match = words.MEASURE.search(text)
    return f"{match[1]} {words.UNITS.get(match[2].lower(), match[2].lower())}" if match else ""


def _for_whom(text: str) -> str:
    return next((whom for pattern, whom in words.FOR.items() if re.search(pattern, text, re.IGNORECASE)), "")


def _sleeve(text: str) -> str:
    value = _first(words.SLEEVE, text)
    return value.capitalize()


def _stated(description: str) -> dict[str, str]:
    """What a list of specifications in the text says; prose before it is left alone."""
    start = STATED_AFTER.search(description)
    if start is None:
        return {}
    found: dict[str, str] = {}
    for name, value in words.STATED.findall(description[start.end() :]):
        clean = value.strip(" ,.-")
        if name.startswith("Model "):
            clean = clean.partition(" ")[0]  # numbers of models have no blanks
        found.setdefault(words.NAMES.get(name, name), clean.title() if clean.isupper() and clean.isalpha() else clean)
    return found
