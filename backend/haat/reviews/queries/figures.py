"""Averages and counts, as they are kept, and what the brand wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.reviews.models import Policy, Rating
from haat.reviews.types import NOTHING, Figures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


def figures(product_ids: Iterable[UUID]) -> dict[UUID, Figures]:
    """Of those products that have any."""
    rows = Rating.objects.filter(pk__in=list(product_ids), total__gt=0)
    return {row.pk: Figures(row.by_stars, row.worded) for row in rows}


def figures_of(product_id: UUID) -> Figures:
    return figures([product_id]).get(product_id, NOTHING)


def policy() -> Policy:
    """The brand's, or the defaults."""
    return Policy.objects.first() or Policy()
