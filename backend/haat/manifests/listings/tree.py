"""Categories of a file's trees: those that are there are used, the others are made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import slugify

from haat.catalog import queries, services

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.catalog.models import Category
    from haat.manifests.listings.mapping import Mapping

SLUG_MAX = 80


class Tree:
    """The brand's categories while a file is read. Memory grows with the categories, not with the rows."""

    def __init__(self, mapping: Mapping) -> None:
        self._by_slug = {row.slug: row for row in queries.categories()}
        self._mapping = mapping
        self._found: dict[tuple[str, ...], Category] = {}

    def unknown(self) -> list[str]:
        """Slugs that the mapping names and the brand does not have."""
        return sorted(slug for slug in self._mapping.categories.values() if slug not in self._by_slug)

    def category(self, names: Sequence[str]) -> Category | None:
        """The category of a tree; a part of the tree that the mapping names leads to one that is there."""
        key = tuple(names)
        if not key:
            return None
        if key not in self._found:
            self._found[key] = self._mapped(key) or self._made(key)
        return self._found[key]

    def _mapped(self, names: tuple[str, ...]) -> Category | None:
        for length in range(len(names), 0, -1):
            slug = self._mapping.categories.get(" >> ".join(names[:length]))
            if slug is not None:
                return self._by_slug[slug]
        return None

    def _made(self, names: tuple[str, ...]) -> Category:
        specs = []
        parent = ""
        for length, name in enumerate(names, 1):
            slug = slugify(" ".join(names[:length]))[:SLUG_MAX].strip("-") or f"category-{len(self._by_slug)}"
            specs.append(services.CategorySpec(slug=slug, name=name[:120], parent=parent))
            parent = slug
        if parent not in self._by_slug:
            self._by_slug = services.add_categories(specs=specs)
        return self._by_slug[parent]
