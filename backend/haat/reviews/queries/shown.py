"""What everybody reads on a product's page: published reviews that have words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.catalog import queries as catalog
from haat.core.errors import NotFound
from haat.reviews.models import Review, Vote

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Customer

SORTS = {
    "helpful": ("-votes", "-written_at", "pk"),
    "newest": ("-written_at", "pk"),
    "highest": ("-stars", "-written_at", "pk"),
    "lowest": ("stars", "-written_at", "pk"),
}


def shown(*, product_id: UUID, sort: str = "helpful", stars: int | None = None) -> QuerySet[Review]:
    """Raises NotFound for a product that is not in the shop."""
    if not catalog.shown_products([product_id]):
        raise NotFound("This product is not in the shop.")
    rows = _published().filter(product_id=product_id)
    rows = rows.filter(stars=stars) if stars else rows
    return rows.exclude(Q(title="", text="")).order_by(*SORTS[sort])


def shown_review(review_id: UUID) -> Review:
    """Raises NotFound, also for what is not shown."""
    found = _published().filter(pk=review_id).first()
    if found is None:
        raise NotFound("There is no such review.")
    return found


def one(review_id: UUID | str) -> Review:
    """Any review, for jobs."""
    return Review.objects.select_related("product", "seller", "part__order", "customer").get(pk=review_id)


def helped(*, customer: Customer | None, reviews: Iterable[Review]) -> set[UUID]:
    """Which of these the customer said helped them."""
    if customer is None:
        return set()
    rows = Vote.objects.filter(customer=customer, review__in=[row.pk for row in reviews])
    return set(rows.values_list("review_id", flat=True))


def _published() -> QuerySet[Review]:
    return Review.objects.filter(status=Review.Status.PUBLISHED).select_related("reply", "seller", "product")
