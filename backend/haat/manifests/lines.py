"""In which line of a TOML file a key stands; tomllib does not tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(r"^\s*(\"[^\"]+\"|[A-Za-z0-9_-]+)\s*=")

Path = tuple["str | int", ...]


class Lines:
    """Lines of keys and table headers, by their path: `("sellers", 1, "pan")`."""

    def __init__(self, text: str) -> None:
        self._found: dict[Path, int] = {}
        table: Path = ()
        counts: dict[str, int] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if header := HEADER.match(line):
                name = header[2]
                table = tuple(name.split("."))
                if header[1] == "[[":
                    counts[name] = counts.get(name, -1) + 1
                    table = (*table, counts[name])
                self._found[table] = number
            elif key := KEY.match(line):
                self._found.setdefault((*table, key[1].strip('"')), number)

    def of(self, path: Sequence[str | int]) -> int:
        """The line of the nearest known part of a path; 1 when nothing of it is there."""
        parts = tuple(path)
        while parts:
            if parts in self._found:
                return self._found[parts]
            parts = parts[:-1]
        return 1


def spell(path: Sequence[str | int]) -> str:
    """A path as people write it, counted from 1: `sellers[2].pan`."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f"{'.' if text else ''}{part}"
    return text
