"""A question to search, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

NOWHERE = UUID(int=0)  # the scope of the whole shop
MATCHES_MAX = 500  # more are neither ranked nor counted; the answer says so
SORTS = ("relevance", "price", "newest", "rating", "discount", "origin")
CATEGORY, SELLER, ORIGIN, PRICE = "category", "seller", "origin", "price"
RATING = "rating"  # so many stars and up
TAG, COLLECTION = "tag", "collection"  # kept and asked for, but not offered as filters
SILENT = (TAG, COLLECTION)
FIXED = (CATEGORY, SELLER, ORIGIN, PRICE, RATING, *SILENT)
STOCKED = "stock=1"

Meanings = Sequence[Sequence[str]]  # each is one or more words that follow each other


@dataclass(frozen=True, slots=True)
class Group:
    """One typed word, or a phrase, and what it may mean; `is_open` when it may be the beginning of a longer one."""

    meanings: Meanings
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, as it was understood."""

    text: str = ""  # folded
    groups: Sequence[Group] = ()
    corrected: str = ""  # empty when nothing was mended


@dataclass(frozen=True, slots=True)
class Wanted:
    """A customer's question. Prices in minor units; several values of one facet mean any of them.

    `chosen` maps a facet's name to its wanted values, both folded: `{"colour": ["blue"], "size": ["xl"]}`.
    """

    reading: Reading = field(default_factory=Reading)
    category: UUID | None = None
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    min_minor: int | None = None
    max_minor: int | None = None
    in_stock: bool = False
    collection: UUID | None = None
    ranked: Sequence[UUID] = ()  # the brand's order of a collection made by hand

    @property
    def scope(self) -> UUID:
        """Whose counts are kept ready: a collection's, a category's, or the whole shop's."""
        return self.collection or self.category or NOWHERE

    @property
    def filters(self) -> list[str]:
        """Names of the facets that are filtered by; each is also counted without its own filter."""
        priced = self.min_minor is not None or self.max_minor is not None
        return [*([CATEGORY] if self.category else []), *self.chosen, *([PRICE] if priced else [])]

    @property
    def is_plain(self) -> bool:
        """Nothing but, at most, a category or a collection: their counts are kept ready."""
        is_one_place = not (self.category and self.collection)
        return is_one_place and not self.reading.groups and not self.in_stock and set(self.filters) <= {CATEGORY}

    def without(self, name: str) -> Wanted:
        if name == CATEGORY:
            return replace(self, category=None)
        if name == PRICE:
            return replace(self, min_minor=None, max_minor=None)
        return replace(self, chosen={key: values for key, values in self.chosen.items() if key != name})


@dataclass(frozen=True, slots=True)
class Found:
    """One page of results. `is_cut` when there are more than `total`; `is_loose` when not every word was asked for."""

    cards: list[dict[str, Any]]
    total: int
    counts: dict[str, int]  # by `name=value`
    is_cut: bool = False
    is_loose: bool = False
