"""What to offer when nothing was found, or not quite."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.search.queries.categories import shown_categories
from haat.search.words import distance, fold, typos_allowed, words_of

if TYPE_CHECKING:
    from haat.catalog.models import Category
    from haat.search.types import Wanted

CATEGORIES = 6


@dataclass(frozen=True, slots=True)
class Help:
    """Categories whose names come near the words, or else the largest branches of the shop."""

    categories: list[Category]


def help_with(wanted: Wanted) -> Help:
    tree = shown_categories()
    typed = {word for group in wanted.reading.groups for words in group.meanings for word in words}
    near = [row for row in tree if any(_alike(one, other) for one in words_of(fold(row.name)) for other in typed)]
    return Help((near or [row for row in tree if row.parent_id is None])[:CATEGORIES])


def _alike(one: str, other: str) -> bool:
    return one.startswith(other) or (len(other) > 3 and distance(one, other) <= typos_allowed(other))
