"""Writing documents, with the counts and words that follow from them: what changed is added and taken away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import connection

from haat.search.models import Document
from haat.search.types import NOWHERE
from haat.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

WORD_MIN = 3
KEPT = {"product", "names", "vector", "created_at", "popularity"}  # not written again


def put(documents: Sequence[Document], gone: Sequence[UUID]) -> None:
    """The caller holds the products' locks, so that nobody else counts the same ones."""
    ids = [document.pk for document in documents]
    before = list(Document.objects.filter(pk__in=[*ids, *gone]).only("facets", "title", "about"))
    Document.objects.filter(pk__in=gone).delete()
    columns = [field.name for field in Document._meta.concrete_fields if field.name not in KEPT]
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["product"], update_fields=columns)
    _add_counts(_difference(_memberships(documents), _memberships(before)))
    _add_words(_difference(_words(documents), _words(before)))


def _memberships(documents: Iterable[Document]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for document in documents:
        named = (facet.partition("=") for facet in document.facets)
        places = [value for name, _, value in named if name in {"category", "collection"}]
        for scope in [str(NOWHERE), *places]:
            found.update((scope, facet) for facet in ["", *document.facets])
    return found


def _words(documents: Iterable[Document]) -> Counter[str]:
    found: Counter[str] = Counter()
    for document in documents:
        words = set(words_of(f"{document.title} {document.about}", None))
        found.update(word for word in words if len(word) >= WORD_MIN and not word.isdecimal())
    return found


def _difference(after: Counter[Any], before: Counter[Any]) -> dict[Any, int]:
    """Sorted, so that two writers lock rows in one order."""
    keys = sorted({*after, *before})
    return {key: after[key] - before[key] for key in keys if after[key] != before[key]}


def _add_counts(changes: dict[tuple[str, str], int]) -> None:
    if changes:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_count (scope, facet, total) SELECT * FROM unnest(%s::uuid[], %s::text[], %s::int[]) "
                "ON CONFLICT (scope, facet) DO UPDATE SET total = search_count.total + excluded.total",
                [[scope for scope, _ in changes], [facet for _, facet in changes], list(changes.values())],
            )


def _add_words(changes: dict[str, int]) -> None:
    if changes:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_word (text, total) SELECT * FROM unnest(%s::text[], %s::int[]) "
                "ON CONFLICT (text) DO UPDATE SET total = search_word.total + excluded.total",
                [list(changes), list(changes.values())],
            )


def recount() -> None:
    """Write all counts of facets into the empty table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_count (scope, facet, total) "
            "SELECT scope, facet, count(*) FROM search_document d, "
            "LATERAL (SELECT %s::uuid AS scope UNION ALL SELECT split_part(f, '=', 2)::uuid FROM unnest(d.facets) f "
            "WHERE split_part(f, '=', 1) IN ('category', 'collection')) places, unnest(d.facets || ''::text) facet GROUP BY 1, 2",
            [str(NOWHERE)],
        )
