"""A seller's side: reviews of what it sold. A rival's are not among them, even of the same product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from haat.core.errors import NotFound
from haat.reviews.models import Review
from haat.reviews.types import Figures

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Standing:
    """What buyers say of one shop, and the score that its record gives."""

    figures: Figures
    unanswered: int
    score: int


def seller_reviews(
    *, seller: Seller, stars: int | None = None, unanswered: bool = False, q: str = ""
) -> QuerySet[Review]:
    """Published ones, the newest first. `q` is part of the product's title or of the words."""
    rows = Review.objects.filter(seller=seller, status=Review.Status.PUBLISHED).select_related(
        "product", "reply", "part"
    )
    rows = rows.filter(stars=stars) if stars else rows
    rows = rows.filter(reply=None).exclude(Q(title="", text="")) if unanswered else rows
    if q:
        rows = rows.filter(Q(product__title__icontains=q) | Q(title__icontains=q) | Q(text__icontains=q))
    return rows.order_by("-written_at", "pk")


def seller_review(*, seller: Seller, review_id: UUID) -> Review:
    """Raises NotFound, also for a rival's and for what is not shown."""
    found = seller_reviews(seller=seller).filter(pk=review_id).first()
    if found is None:
        raise NotFound("There is no such review.")
    return found


def standing(*, seller: Seller) -> Standing:
    rows = seller_reviews(seller=seller).order_by()
    counted = dict(rows.values_list("stars").annotate(Count("pk")))
    unanswered = seller_reviews(seller=seller, unanswered=True).count()
    return Standing(Figures({stars: counted.get(stars, 0) for stars in (5, 4, 3, 2, 1)}), unanswered, seller.score)
