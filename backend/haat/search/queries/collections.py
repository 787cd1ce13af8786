"""Collections as customers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.search.engine import engine
from haat.search.frame import frame
from haat.search.models import Count
from haat.search.queries.cards import Card, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Collection

ORDERS = {
    "featured": ("relevance", False), "newest": ("newest", True), "price_up": ("price", False),
    "price_down": ("price", True), "discount": ("discount", True),
}  # fmt: skip
PREVIEWED = 12


def shown_collections() -> list[Collection]:
    return list(frame().collections.values())


def collection(slug: str) -> Collection:
    """Raises Moved, NotFound."""
    found = frame().collections.get(slug)
    if found is None:
        catalog.raise_not_found("collection", slug, f"There is no collection “{slug}”.")
    return frame().collections[slug]


def collection_of(slug: str | None) -> Collection | None:
    return collection(slug) if slug else None


def ranked(collection: Collection) -> Sequence[UUID]:
    """The brand's own order; of a rule there is none."""
    return () if collection.rule else frame().items(collection.pk)


def sizes() -> dict[UUID, int]:
    """How many products customers find in each collection, by the counts that are kept."""
    rows = Count.objects.filter(scope__in=[row.pk for row in catalog.collections()], facet="", total__gt=0)
    return dict(rows.values_list("scope", "total"))


def order_of(filters: Mapping[str, Any]) -> tuple[str, bool]:
    """Sort and direction of a list: what was asked for, else the collection's own, else relevance."""
    if filters.get("sort"):
        return filters["sort"], filters.get("order") == "desc"
    found = frame().collections.get(filters.get("collection", ""))
    return ORDERS[found.sort] if found else ("relevance", False)


def previewed(rule: Mapping[str, Any], *, at: datetime) -> tuple[int, bool, list[Card]]:
    """What a rule would take in today: how many, whether there are more, and the newest of them."""
    total, is_more, cards = engine().preview(dict(rule), at=at, limit=PREVIEWED)
    return total, is_more, shown(cards)
