"""Which products a customer asks for: words, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection, transaction
from django.db.models import F

from haat.search.models import LANGUAGE, Document, Word
from haat.search.words import distance, typos_allowed, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from django.db.models import QuerySet

SIMILAR_ENOUGH = 0.15  # only a first sieve; `distance` decides
CANDIDATES = 40
SORTS = {"relevance": "", "price": "price_minor", "newest": "-published_at", "discount": "-discount_bp"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, as it was understood: each group is one typed word and what it may mean."""

    groups: Sequence[Sequence[str]] = ()
    corrected: str = ""  # empty when nothing was mended

    @property
    def query(self) -> Any:
        """Every word must occur, or begin one that does. None when nothing was typed."""
        return self._query(":*") if self.groups else None

    @property
    def whole_words(self) -> Any:
        """The stricter question: “rose” itself, not “rosemary”."""
        return self._query("")

    def _query(self, ending: str) -> Any:
        """The words are letters and digits alone, so PostgreSQL's raw syntax is safe."""
        text = " & ".join("(" + " | ".join(word + ending for word in group) + ")" for group in self.groups)
        stemmed = SearchQuery(text, config=LANGUAGE, search_type="raw")
        return stemmed | SearchQuery(text, config="simple", search_type="raw")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A customer's question. Prices in minor units; several sellers or origins mean any of them."""

    reading: Reading = field(default_factory=Reading)
    category: UUID | None = None
    sellers: Sequence[str] = ()
    origins: Sequence[str] = ()
    min_minor: int | None = None
    max_minor: int | None = None
    in_stock: bool = False

    def without(self, dimension: str) -> Wanted:
        """The same question with one filter lifted: what its facet counts."""
        empty: dict[str, dict[str, Any]] = {
            "category": {"category": None},
            "seller": {"sellers": ()},
            "origin": {"origins": ()},
            "price": {"min_minor": None, "max_minor": None},
        }
        return replace(self, **empty[dimension])


def read_words(text: str) -> Reading:
    """Understand what was typed: the start of a known word stands, an unknown one becomes the nearest known ones."""
    typed = words_of(text)
    if not typed:
        return Reading()
    groups = [_meant(word) for word in typed]
    mended = " ".join(group[0] for group in groups)
    return Reading(groups, mended if mended != " ".join(typed) else "")


def matching(wanted: Wanted) -> QuerySet[Document]:
    rows = Document.objects.all()
    if (query := wanted.reading.query) is not None:
        rows = rows.filter(vector=query)
    if wanted.category:
        rows = rows.filter(categories__contains=[wanted.category])
    if wanted.sellers:
        rows = rows.filter(sellers__overlap=list(wanted.sellers))
    if wanted.origins:
        rows = rows.filter(origin__in=list(wanted.origins))
    if wanted.min_minor is not None:
        rows = rows.filter(price_minor__gte=wanted.min_minor)
    if wanted.max_minor is not None:
        rows = rows.filter(price_minor__lte=wanted.max_minor)
    return rows.filter(in_stock=True) if wanted.in_stock else rows


def find(wanted: Wanted, *, sort: str = "relevance", descending: bool = False) -> QuerySet[Document, UUID]:
    """Ids of products in the asked order; what is sold out comes last. Only `price` can be turned round."""
    rows = matching(wanted)
    order = SORTS[sort]
    if sort == "price" and descending:
        order = "-price_minor"
    query = wanted.reading.query
    if not order and query is not None:
        whole = SearchRank(F("vector"), wanted.reading.whole_words)
        rows, order = rows.annotate(rank=SearchRank(F("vector"), query) + whole * 2), "-rank"
    ordered = rows.order_by("-in_stock", order or "-published_at", "-published_at", "pk")
    return ordered.values_list("pk", flat=True)


def _meant(word: str) -> list[str]:
    if typos_allowed(word) == 0 or Word.objects.filter(text__startswith=word).exists():
        return [word]
    by_distance = sorted(((distance(word, text), text) for text in _similar(word)), key=lambda one: one[0])
    return [text for far, text in by_distance if far <= typos_allowed(word)][:3] or [word]


def _similar(word: str) -> list[str]:
    """Words that share enough trigrams, by the index; the limit of likeness holds for this transaction only."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.similarity_threshold = {SIMILAR_ENOUGH}")
        cursor.execute(
            "SELECT text FROM search_word WHERE text %% %s ORDER BY similarity(text, %s) DESC LIMIT %s",
            [word, word, CANDIDATES],
        )
        return [text for (text,) in cursor.fetchall()]
