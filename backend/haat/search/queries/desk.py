"""What the brand's staff see of search: synonyms, curated results, and what people asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Avg, Max, Sum

from haat.core.errors import NotFound
from haat.search.models import Curated, Question, Synonym

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

ROWS_MAX = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and how often it was asked; `found` is the number of results of late."""

    text: str
    times: int
    found: int
    last_at: datetime


def synonyms() -> QuerySet[Synonym]:
    return Synonym.objects.order_by("words", "pk")


def synonym(pk: UUID) -> Synonym:
    """Raises NotFound."""
    found = Synonym.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such group of words.")
    return found


def curated() -> Sequence[Curated]:
    """With their products, by question and place."""
    return list(Curated.objects.select_related("product").order_by("question", "position", "pk"))


def curated_one(pk: UUID) -> Curated:
    """Raises NotFound."""
    found = Curated.objects.select_related("product").filter(pk=pk).first()
    if found is None:
        raise NotFound("Nothing is curated here.")
    return found


def popular_questions(*, since: datetime, limit: int = 50) -> list[Asked]:
    return _asked(Question.objects.filter(created_at__gte=since), limit)


def empty_questions(*, since: datetime, limit: int = 50) -> list[Asked]:
    """Those that found nothing."""
    return _asked(Question.objects.filter(created_at__gte=since, found=0), limit)


def _asked(rows: QuerySet[Question], limit: int) -> list[Asked]:
    counted = rows.values("text").annotate(asked=Sum("times"), found=Avg("found"), last_at=Max("created_at"))
    return [
        Asked(row["text"], row["asked"], int(row["found"]), row["last_at"])
        for row in counted.order_by("-asked", "text")[: min(limit, ROWS_MAX)]
    ]
