"""The figures of a product, in the transaction of whatever changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from haat.core import events, generation
from haat.reviews.models import Rating, Review
from haat.reviews.types import RatingChanged

if TYPE_CHECKING:
    from uuid import UUID

COLUMNS = {1: "ones", 2: "twos", 3: "threes", 4: "fours", 5: "fives"}


def refresh(product_id: UUID) -> None:
    """Count a product's published reviews again, and tell. Call it last, inside the transaction of the change.

    Whoever comes second waits for the row here and counts after the first has committed, so no review is missed.
    """
    Rating.objects.bulk_create([Rating(product_id=product_id)], ignore_conflicts=True)
    row = Rating.objects.select_for_update().get(pk=product_id)
    shown = Review.objects.filter(product_id=product_id, status=Review.Status.PUBLISHED).order_by()
    counted = dict(shown.values_list("stars").annotate(Count("pk")))
    for stars, column in COLUMNS.items():
        setattr(row, column, counted.get(stars, 0))
    row.worded = shown.exclude(Q(title="", text="")).count()
    row.save(update_fields=[*COLUMNS.values(), "worded", "updated_at"])
    events.publish(RatingChanged(product_id=str(product_id)))
    generation.bump_after_commit()
