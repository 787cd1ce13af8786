"""The brand's side: what waits for a look, and everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from haat.core.errors import NotFound
from haat.reviews.models import Report, Review

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

S = Review.Status


def brand_reviews(*, tab: str = "all", stars: int | None = None, q: str = "") -> QuerySet[Review]:
    """`tab`: pending, reported, published, hidden or all. What waits comes oldest first, all else newest first."""
    reports = Report.objects.filter(settled_at=None).select_related("seller")
    rows = Review.objects.exclude(status=S.WITHDRAWN).select_related("product", "seller", "reply", "part")
    rows = rows.prefetch_related(Prefetch("reports", reports, to_attr="open"))
    if tab == "reported":
        rows = rows.filter(open_reports__gt=0)
    elif tab != "all":
        rows = rows.filter(status=tab)
    rows = rows.filter(stars=stars) if stars else rows
    if q:
        words = Q(title__icontains=q) | Q(text__icontains=q) | Q(author__icontains=q)
        rows = rows.filter(words | Q(product__title__icontains=q) | Q(seller__name__icontains=q))
    return rows.order_by("written_at" if tab in {"pending", "reported"} else "-written_at", "pk")


def brand_review(review_id: UUID) -> Review:
    """Raises NotFound."""
    found = brand_reviews().filter(pk=review_id).first()
    if found is None:
        raise NotFound("There is no such review.")
    return found


def waiting() -> dict[str, int]:
    """How much waits for a look."""
    rows = Review.objects.order_by()
    return {"pending": rows.filter(status=S.PENDING).count(), "reported": rows.filter(open_reports__gt=0).count()}
