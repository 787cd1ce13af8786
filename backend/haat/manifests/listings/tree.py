"""Categories of a file's trees: those that are there are used, the others are made once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.utils.text import slugify

from haat.catalog import queries, services

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

    def prepare(self, trees: Iterable[Sequence[str]]) -> None:
        """Make the categories that a batch of trees needs and the brand does not have, all at once."""
        specs: dict[str, services.CategorySpec] = {}
        for names in {tuple(names) for names in trees} - self._found.keys():
            if names and self._mapped(names) is None:
                specs |= {spec.slug: spec for spec in _specs(names)}
        if specs.keys() - self._by_slug.keys():
            self._by_slug = services.add_categories(specs=list(specs.values()))

    def category(self, names: Sequence[str]) -> Category | None:
        """The category of a prepared tree; a part of it that the mapping names leads to one that was there."""
        key = tuple(names)
        if not key:
            return None
        if key not in self._found:
            self._found[key] = self._mapped(key) or self._by_slug[_specs(key)[-1].slug]
        return self._found[key]

    def _mapped(self, names: tuple[str, ...]) -> Category | None:
        for length in range(len(names), 0, -1):
            slug = self._mapping.categories.get(" >> ".join(names[:length]))
            if slug is not None:
                return self._by_slug[slug]
        return None


def _specs(names: tuple[str, ...]) -> list[services.CategorySpec]:
    """The categories along a tree, the root first; the slug follows from the whole way down."""
    specs: list[services.CategorySpec] = []
    for length, name in enumerate(names, 1):
        way = " ".join(names[:length])
        slug = slugify(way)[:SLUG_MAX].strip("-") or f"category-{hashlib.sha256(way.encode()).hexdigest()[:10]}"
        specs.append(services.CategorySpec(slug=slug, name=name[:120], parent=specs[-1].slug if specs else ""))
    return specs
