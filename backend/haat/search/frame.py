"""What nearly every answer needs and seldom changes: categories, sellers' names, labels, synonyms.

Kept in the process under the brand's generation, so that a change is seen at the next request.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from django_redis.exceptions import ConnectionInterrupted

from haat.catalog import queries as catalog
from haat.core import generation
from haat.core.db import connection
from haat.search.engine import engine
from haat.search.models import Count, Curated, Label, Synonym
from haat.search.types import CATEGORY, NOWHERE
from haat.search.words import fold, folded
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from haat.catalog.models import Attribute, Category, Collection

Made = TypeVar("Made")

BRANDS_MAX = 64
LABELS_MAX = 20_000
READY_MAX = 500  # categories and collections of one brand


@dataclass
class Frame:
    """Of one brand at one generation; each part is read when it is first asked for."""

    _labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    _items: dict[UUID, list[UUID]] = field(default_factory=dict)
    _values: dict[str, list[str]] = field(default_factory=dict)
    _ready: dict[tuple[str, UUID], Any] = field(default_factory=dict)

    @cached_property
    def tree(self) -> list[Category]:
        return catalog.categories()

    @cached_property
    def by_id(self) -> dict[str, Category]:
        return {str(row.pk): row for row in self.tree}

    @cached_property
    def places(self) -> dict[str, int]:
        return {pk: place for place, pk in enumerate(self.by_id)}

    @cached_property
    def by_slug(self) -> dict[str, Category]:
        return {row.slug: row for row in self.tree}

    @cached_property
    def totals(self) -> dict[str, int]:
        """Products by category in the whole shop."""
        rows = Count.objects.filter(scope=NOWHERE, total__gt=0, facet__gte=f"{CATEGORY}=", facet__lt=f"{CATEGORY}>")
        return dict(rows.order_by("-total").values_list("facet", "total"))

    @cached_property
    def shown(self) -> list[Category]:
        """The tree without empty branches, such as those of an import that is still being worked on."""
        return [row for row in self.tree if f"{CATEGORY}={row.pk}" in self.totals]

    @cached_property
    def names(self) -> list[tuple[str, Category]]:
        """Shown categories by folded name: folding a thousand names costs more than all else that a suggestion does."""
        return [(fold(row.name), row) for row in self.shown]

    @cached_property
    def sellers(self) -> dict[str, str]:
        return {row.slug: row.name for row in sellers.active_sellers()}

    @cached_property
    def synonyms(self) -> list[tuple[list[str], bool]]:
        rows = Synonym.objects.values_list("words", "one_way")
        return [([folded(word) for word in words], one_way) for words, one_way in rows]

    @cached_property
    def curated(self) -> dict[str, list[tuple[UUID, int | None]]]:
        found: dict[str, list[tuple[UUID, int | None]]] = {}
        for question, product, position in Curated.objects.values_list("question", "product_id", "position"):
            found.setdefault(question, []).append((product, position))
        return found

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """Typed attributes by folded name, in the brand's order."""
        return {fold(row.name): row for row in catalog.attributes()}

    @cached_property
    def collections(self) -> dict[str, Collection]:
        """Those that customers may see, by slug."""
        return {row.slug: row for row in catalog.collections() if row.is_shown}

    def items(self, collection_id: UUID) -> list[UUID]:
        if collection_id not in self._items:
            self._items[collection_id] = catalog.items_of(collection_id)
        return self._items[collection_id]

    def values(self, name: str) -> list[str]:
        """The values of a facet that products have."""
        if name not in self._values:
            self._values[name] = engine().values(name)
        return self._values[name]

    def once(self, kind: str, scope: UUID, make: Callable[[], Made]) -> Made:
        """What is the same on every page of a category or collection, made when it is first asked for."""
        made: Made | None = self._ready.get((kind, scope))
        if made is None:
            made = make()
            if len(self._ready) >= READY_MAX:
                self._ready.clear()
            self._ready[kind, scope] = made
        return made

    def labels(self, facets: Iterable[str]) -> dict[str, tuple[str, str]]:
        wanted = list(facets)
        if missing := [facet for facet in wanted if facet not in self._labels]:
            if len(self._labels) > LABELS_MAX:
                self._labels.clear()
            for facet, name, value in Label.objects.filter(facet__in=missing).values_list("facet", "name", "value"):
                self._labels[facet] = (name, value)
        return {facet: self._labels[facet] for facet in wanted if facet in self._labels}


_frames: dict[str, tuple[str, Frame]] = {}


def frame() -> Frame:
    """Of the active brand. Without the cache there is no generation, and it is read anew each time."""
    try:
        token = generation.current()
    except ConnectionInterrupted:
        return Frame()
    brand = str(connection.schema_name)
    known = _frames.get(brand)
    if known and known[0] == token:
        return known[1]
    if len(_frames) >= BRANDS_MAX:
        _frames.clear()
    made = Frame()
    _frames[brand] = (token, made)
    return made
