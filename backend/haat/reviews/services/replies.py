"""A seller answers in public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events, generation
from haat.core.errors import NotNow
from haat.reviews.models import Reply, Review
from haat.reviews.types import RatingChanged, ReviewAnswered

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def answer(*, review: Review, text: str, at: datetime) -> Review:
    """One answer a review; a second one replaces it. Raises NotNow when the review, or the answer, is hidden."""
    row = Review.objects.select_for_update().get(pk=review.pk)
    if row.status != Review.Status.PUBLISHED:
        raise NotNow("This review is not shown now, so there is nothing to answer.")
    found = Reply.objects.select_for_update().filter(review=row).first()
    before = {"answer": found.text} if found else None
    if found is not None and found.hidden_at is not None:
        raise NotNow(f"The brand has hidden your answer: {found.hidden_reason}")
    if found is None:
        Reply.objects.create(review=row, text=text, written_at=at)
        events.publish(ReviewAnswered(review_id=str(row.pk)))
    else:
        found.text, found.edited_at = text, at
        found.save(update_fields=["text", "edited_at", "updated_at"])
    audit.record("review.answered", row, before=before, after={"answer": text})
    events.publish(RatingChanged(product_id=str(row.product_id)))
    generation.bump_after_commit()
    return row
