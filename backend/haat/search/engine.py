"""The door to whatever finds goods. PostgreSQL is built in; another engine is a class with these verbs.

`HAAT_SEARCH_ENGINE` names it. An engine knows documents, words and questions; brands, permissions, caching, the
understanding of words and the log of questions stay outside of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.search.models import Document
    from haat.search.types import Found, Wanted


class Engine(Protocol):
    def put(self, documents: Sequence[Document], *, gone: Sequence[UUID]) -> None:
        """Write these and forget those, inside the caller's transaction."""

    def find(self, wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int, counted: bool) -> Found:
        """A page of cards and, where they are asked for, the number each further filter would leave."""

    def known(self, words: Sequence[str]) -> dict[str, int]:
        """In how many products each of these words occurs; those that occur nowhere are left out."""

    def similar(self, words: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
        """Words that look like these, with the number of products; the most alike first."""

    def begins(self, word: str) -> tuple[int, bool]:
        """In how many products the most common word that begins so occurs, and whether any text has such a word."""

    def preview(self, rule: dict[str, Any], *, at: datetime, limit: int) -> tuple[int, bool, list[dict[str, Any]]]:
        """How many products a rule takes in, whether there are more than were counted, and some as cards."""

    def strayed(
        self, collection_id: UUID, rule: dict[str, Any], items: Sequence[UUID], *, at: datetime, limit: int
    ) -> list[UUID]:
        """Products whose document says otherwise than the rule or, without one, than these items."""

    def values(self, name: str) -> list[str]:
        """The values of a facet that products have, the most frequent first."""

    def cards(self, product_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        """Cards of products by id; what is not in the shop is left out."""


@cache
def engine() -> Engine:
    made: Engine = import_string(settings.HAAT_SEARCH_ENGINE)()
    return made
