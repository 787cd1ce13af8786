"""Averages and counts, as they are kept, and what the brand wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.db import connection
from haat.reviews.models import Policy
from haat.reviews.types import NOTHING, STARS, Figures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

SQL = """
SELECT product_id, worded, fives, fours, threes, twos, ones FROM reviews_rating
WHERE product_id = ANY(%s) AND total > 0
"""


def figures(product_ids: Iterable[UUID]) -> dict[UUID, Figures]:
    """Of those products that have any."""
    with connection.prepared_cursor() as cursor:
        cursor.execute(SQL, [list(product_ids)])
        return {pk: Figures(dict(zip(STARS, stars, strict=True)), worded) for pk, worded, *stars in cursor.fetchall()}


def figures_of(product_id: UUID) -> Figures:
    return figures([product_id]).get(product_id, NOTHING)


def policy() -> Policy:
    """The brand's, or the defaults."""
    return Policy.objects.first() or Policy()
