"""The verbs of an engine on the tables of the active brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from haat.search.models import Document, Word
from haat.search.postgres import counting, finding, rules
from haat.search.postgres.writing import put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.search.types import Found, Wanted

SIMILAR_ENOUGH = 0.2  # only a first sieve; the number of differing letters decides
CANDIDATES = 30
SIMILAR = """
    WITH sieve AS MATERIALIZED (SELECT set_config('pg_trgm.similarity_threshold', %s, TRUE) AS least),
    asked AS MATERIALIZED (SELECT CASE WHEN least <> '' THEN word END AS word FROM sieve, unnest(%s::text[]) word)
    SELECT asked.word, near.text, near.total FROM asked CROSS JOIN LATERAL (
        SELECT text, total FROM search_word
        WHERE text %% asked.word AND total > 0 AND length(text) BETWEEN length(asked.word) - 2 AND length(asked.word) + 2
        ORDER BY similarity(text, asked.word) DESC, total DESC LIMIT %s
    ) near
"""


class Postgres:
    def put(self, documents: Sequence[Document], *, gone: Sequence[UUID]) -> None:
        put(documents, gone)

    def find(self, wanted: Wanted, *, sort: str, descending: bool, offset: int, limit: int, counted: bool) -> Found:
        if wanted.is_plain:
            return counting.browse(wanted, sort=sort, descending=descending, offset=offset, limit=limit)
        if wanted.reading.groups and sort == "relevance":
            return finding.search(wanted, offset=offset, limit=limit, counted=counted)
        return counting.narrow(wanted, sort=sort, descending=descending, offset=offset, limit=limit, counted=counted)

    def known(self, words: Sequence[str]) -> dict[str, int]:
        rows = Word.objects.filter(text__in=list(words), total__gt=0)
        return dict(rows.values_list("text", "total"))

    def similar(self, words: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
        """By the trigram index, in one statement.

        The limit of likeness is set for it alone. It is set before the index is asked, because the word that is asked
        for is made from the setting.
        """
        found: dict[str, list[tuple[str, int]]] = {word: [] for word in words}
        if not words:
            return found
        with connection.cursor() as cursor:
            cursor.execute(SIMILAR, [str(SIMILAR_ENOUGH), list(found), CANDIDATES])
            for word, text, total in cursor.fetchall():
                found[word].append((text, total))
        return found

    def begins(self, word: str) -> tuple[int, bool]:
        lexeme = finding.lexeme(word, is_open=True)
        with connection.cursor() as cursor:
            cursor.execute(  # counted, because to look for just one hit may end in reading every row
                "WITH names AS MATERIALIZED (SELECT coalesce(max(total), 0) AS often FROM search_word "
                "WHERE text >= %s AND text < %s) "
                "SELECT often, CASE WHEN often > 0 THEN TRUE ELSE (SELECT count(*) > 0 FROM search_document "
                "WHERE vector @@ (to_tsquery('english', %s) || to_tsquery('simple', %s))) END FROM names",
                [word, word + chr(0x10FFFF), lexeme, lexeme],
            )
            often, in_texts = cursor.fetchone()
            return int(often), bool(in_texts)

    def preview(self, rule: dict[str, Any], *, at: datetime, limit: int) -> tuple[int, bool, list[dict[str, Any]]]:
        return rules.preview(rule, at=at, limit=limit)

    def strayed(
        self, collection_id: UUID, rule: dict[str, Any], items: Sequence[UUID], *, at: datetime, limit: int
    ) -> list[UUID]:
        return rules.strayed(collection_id, rule, items, at=at, limit=limit)

    def values(self, name: str) -> list[str]:
        return rules.values_of(f"{name}=")

    def cards(self, product_ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        rows = Document.objects.filter(pk__in=list(product_ids)).exclude(card={})
        return dict(rows.values_list("pk", "card"))
