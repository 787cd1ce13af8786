"""The front page: the brand's sections with the goods, categories and sellers that they show now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.search.frame import frame
from haat.search.queries.cards import Card, shown
from haat.search.queries.categories import shown_categories
from haat.search.queries.collections import order_of, ranked
from haat.search.queries.find import page_of
from haat.search.types import Wanted
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from haat.catalog.models import Category
    from haat.sellers.models import Seller

ROW_DEFAULT = 8
ROW_MAX = 24


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the front page: what the brand wrote, and what it stands for."""

    words: Mapping[str, Any]
    products: Sequence[Card] = field(default_factory=tuple)
    categories: Sequence[Category] = field(default_factory=tuple)
    sellers: Sequence[Seller] = field(default_factory=tuple)


def home(sections: Sequence[Mapping[str, Any]]) -> list[Section]:
    """The sections of the brand's manifest, filled. A row of a category or collection that is gone stays empty."""
    tree = shown_categories()
    return [_filled(words, tree) for words in sections]


def _filled(words: Mapping[str, Any], tree: Sequence[Category]) -> Section:
    kind, limit = words["kind"], min(int(words.get("limit") or ROW_DEFAULT), ROW_MAX)
    if kind == "product_row":
        category = next((row for row in tree if row.slug == words.get("category")), None)
        if words.get("category") and category is None:
            return Section(words)
        wanted, sort, descending = Wanted(category=category.pk if category else None), "relevance", False
        if words.get("collection"):
            collection = frame().collections.get(words["collection"])
            if collection is None:
                return Section(words)
            sort, descending = order_of({"collection": collection.slug})
            wanted = Wanted(collection=collection.pk, ranked=ranked(collection))
        found = page_of(wanted, sort=sort, descending=descending, limit=limit)
        return Section(words, products=shown(found.cards))
    if kind == "category_grid":
        return Section(words, categories=[row for row in tree if row.parent_id is None])
    if kind == "seller_row":
        return Section(words, sellers=list(sellers.active_sellers()[:limit]))
    return Section(words)
