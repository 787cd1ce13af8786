"""Which products a customer asks for: words, filters and order, with what the brand pinned or hid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.search.engine import engine
from haat.search.frame import frame
from haat.search.queries.cards import Card, cards, shown
from haat.search.queries.facets import facets_of
from haat.search.queries.typed import kinds_of
from haat.search.types import Found

if TYPE_CHECKING:
    from uuid import UUID

    from haat.search.types import Wanted

OFFSET_MAX = 10_000  # nobody turns so many pages; programs take the sitemap


@dataclass(frozen=True, slots=True)
class Page:
    cards: list[Card]
    total: int
    facets: dict[str, list[dict[str, Any]]]
    names: dict[str, str]  # of facets that are attributes
    kinds: dict[str, dict[str, Any]]  # of those that the brand defined
    is_cut: bool
    is_loose: bool


def find(wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int, currency: str) -> Page:
    """A page of products. What is sold out comes last in every order."""
    found = page_of(wanted, sort=sort, descending=descending, offset=offset, limit=limit, counted=True)

    def offered() -> tuple[Any, Any, Any]:
        facets, names = facets_of(found.counts, wanted, currency=currency)
        return facets, names, kinds_of(names, facets)

    is_shared = wanted.is_plain and found.counts  # a page too far has none, and must not speak for the others
    filters = frame().once("facets", wanted.scope, offered) if is_shared else offered()
    return Page(shown(found.cards), found.total, *filters, found.is_cut, found.is_loose)


def page_of(
    wanted: Wanted, *, sort: str, descending: bool = False, offset: int = 0, limit: int, counted: bool = False
) -> Found:
    """As the engine keeps it; only lists need the numbers beside filters."""
    if offset >= OFFSET_MAX:
        return Found([], 0, {})
    rules = frame().curated.get(wanted.reading.text, []) if wanted.reading.groups and sort == "relevance" else []
    if not rules:
        return engine().find(wanted, sort=sort, descending=descending, offset=offset, limit=limit, counted=counted)
    return _curated(wanted, rules, offset=offset, limit=limit, counted=counted)


def _curated(wanted: Wanted, rules: list[tuple[UUID, int | None]], *, offset: int, limit: int, counted: bool) -> Found:
    """The engine's results without the curated ones, and the pinned ones put into their places.

    Filters of the customer come first: with any set, pins are left out and only what is hidden stays so.
    """
    named = {str(pk) for pk, _ in rules}
    found = engine().find(
        wanted, sort="relevance", descending=False, offset=0, limit=offset + limit + len(named), counted=counted
    )
    dropped = [card for card in found.cards if card["id"] in named]
    rest = [card for card in found.cards if card["id"] not in named]
    pins = sorted((place, pk) for pk, place in rules if place) if not (wanted.filters or wanted.in_stock) else []
    by_id = {card["id"]: card for card in cards_of([pk for _, pk in pins])}
    for place, pk in pins:
        if str(pk) in by_id:
            rest.insert(min(place - 1, len(rest)), by_id[str(pk)])
    if wanted.filters or wanted.in_stock:
        hidden = {str(pk) for pk, place in rules if place is None}
        rest = [card for card in found.cards if card["id"] not in hidden]
        by_id, dropped = {}, [card for card in found.cards if card["id"] in hidden]
    total = max(found.total - len(dropped) + len(by_id), 0)
    return Found(rest[offset : offset + limit], total, found.counts, found.is_cut, found.is_loose)


def cards_of(ids: list[UUID]) -> list[Card]:
    """As the engine keeps them."""
    found = engine().cards(ids)
    return [found[pk] for pk in ids if pk in found]


__all__ = ["Page", "cards", "find", "page_of"]
