"""Options and specifications from columns. One place knows how a named value is kept.

Where categories have typed attributes, this is the seam: `named_pairs` becomes their reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME_MAX, VALUE_MAX = 60, 200
EMPTY = {"default title", "title"}  # what some shops write where there is no option


def named_pairs(given: Mapping[str, str], kind: str) -> list[dict[str, str]]:
    """Columns `option:Colour` or `spec:Material` as pairs, in the order of the file."""
    return [
        {"name": code.removeprefix(kind)[:NAME_MAX], "value": " ".join(cell.split())[:VALUE_MAX]}
        for code, cell in given.items()
        if code.startswith(kind)
    ]


def options_of(given: Mapping[str, str], first: Mapping[str, str]) -> list[dict[str, str]]:
    """The options of a variant; names that only the first row of a product says are taken from there."""
    pairs = []
    for n in (1, 2, 3):
        name = given.get(f"option{n}_name") or first.get(f"option{n}_name", "")
        value = given.get(f"option{n}_value", "")
        if name and value and not (name.casefold() in EMPTY and value.casefold() in EMPTY):
            pairs.append({"name": name[:NAME_MAX], "value": value[:VALUE_MAX]})
    return pairs + named_pairs(given, "option:")
