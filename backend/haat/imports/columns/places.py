"""Categories by what a file calls them: a short name, a name, or a path of names."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from django.utils.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from haat.catalog.models import Category

SIGNS = re.compile(r"\s*(?:>>|>|\u203a|\u00bb|/|\|)\s*")
CUT_OFF = ("...", "…")
SLUG_MAX = 80


class Places:
    """The brand's tree by the names in files. `told` are answers of people: a file's words to a short name."""

    def __init__(self, tree: Iterable[Category], told: Mapping[str, str]) -> None:
        rows = list(tree)
        self.by_slug = {str(row.slug): row for row in rows}
        self._by_pk = by_pk = {row.pk: row for row in rows}
        self._told = told
        self._paths: dict[tuple[str, ...], Category] = {}
        self._names: dict[str, list[Category]] = {}
        for row in rows:
            path: list[str] = []
            at: Category | None = row
            while at is not None and len(path) < 12:
                path.insert(0, at.name.casefold())
                at = by_pk.get(at.parent_id) if at.parent_id else None
            self._paths[tuple(path)] = row
            self._names.setdefault(row.name.casefold(), []).append(row)

    def hsn_of(self, category: Category | None) -> str:
        """The code that the brand gives to it, or to the nearest one above it."""
        for _ in self.by_slug:
            if category is None or category.hsn:
                break
            category = self._by_pk.get(category.parent_id) if category.parent_id else None
        return category.hsn if category else ""

    def find(self, cell: str) -> Category | None:
        """By an answer, a short name, the whole path, the end of a path, or a name that only one category has."""
        told = self._told[cell] if cell in self._told else self._told_start(cell)
        if told is not None:
            return self.by_slug.get(told)
        return self.by_slug.get(cell) or self._by_names(tuple(name.casefold() for name in names_of(cell)))

    def _by_names(self, names: tuple[str, ...]) -> Category | None:
        if not names or names in self._paths:
            return self._paths.get(names)
        ends = [row for path, row in self._paths.items() if path[-len(names) :] == names]
        alone = self._names.get(names[-1], []) if len(names) > 1 and not ends else []
        found = ends or alone
        return found[0] if len(found) == 1 else None

    def is_told(self, cell: str) -> bool:
        return cell in self._told or self._told_start(cell) is not None

    def _told_start(self, cell: str) -> str | None:
        """An answer for the start of a path holds for all below it."""
        names = names_of(cell) if ">" in cell and self._told else []
        starts = (self._told.get(" >> ".join(names[:length])) for length in range(len(names), 0, -1))
        return next((slug for slug in starts if slug is not None), None)


def names_of(cell: str) -> list[str]:
    """The names of a path from the root down. A list of paths, as some exports write it, gives its first."""
    if cell.startswith("["):
        try:
            parsed = json.loads(cell)
        except ValueError:
            return []
        cell = parsed[0] if isinstance(parsed, list) and parsed and isinstance(parsed[0], str) else ""
    return [name.strip() for name in SIGNS.split(cell.strip()) if name.strip()]


def trimmed(names: list[str], *, title: str, brand: str, depth: int) -> list[str]:
    """Without what is no category: names that are cut off, the product's own, its brand's."""
    names, title, brand = list(names), title.casefold(), brand.casefold()
    while names and _is_none(names[-1].casefold(), title, brand, is_root=len(names) == 1):
        names.pop()
    return names[:depth]


def _is_none(name: str, title: str, brand: str, *, is_root: bool) -> bool:
    if name.endswith(CUT_OFF) or name == title or (bool(brand) and name.startswith(f"{brand} ")):
        return True
    return is_root and (name.startswith(title) or title.startswith(name))


def slugs_of(names: Sequence[str]) -> list[tuple[str, str, str]]:
    """(short name, name, short name of the parent) of every category on the way down."""
    found: list[tuple[str, str, str]] = []
    for length, name in enumerate(names, 1):
        way = " ".join(names[:length])
        slug = slugify(way)[:SLUG_MAX].strip("-") or f"category-{hashlib.sha256(way.encode()).hexdigest()[:10]}"
        found.append((slug, name[:120], found[-1][0] if found else ""))
    return found
