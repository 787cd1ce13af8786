"""Readers say what helped them and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from haat.audit import services as audit
from haat.core.errors import NotNow
from haat.reviews.models import Report, Review, Vote

if TYPE_CHECKING:
    from datetime import datetime

    from haat.customers.models import Customer
    from haat.sellers.models import Seller


@transaction.atomic
def vote(*, review: Review, customer: Customer) -> None:
    """It helped. Saying so again changes nothing. Raises NotNow for one's own."""
    if review.customer_id == customer.pk:
        raise NotNow("This is your own review; others say whether it helps.")
    made = Vote(review=review, customer=customer)
    Vote.objects.bulk_create([made], ignore_conflicts=True)
    if Vote.objects.filter(pk=made.pk).exists():
        Review.objects.filter(pk=review.pk).update(votes=F("votes") + 1)


@transaction.atomic
def take_vote_back(*, review: Review, customer: Customer) -> None:
    gone, _ = Vote.objects.filter(review=review, customer=customer).delete()
    if gone:
        Review.objects.filter(pk=review.pk, votes__gt=0).update(votes=F("votes") - 1)


def report(
    *,
    review: Review,
    cause: str,
    text: str,
    at: datetime,
    customer: Customer | None = None,
    seller: Seller | None = None,
) -> Report:
    """Ask the brand to look at it. Raises NotNow when this person or shop asked already, or for one's own."""
    if customer is not None and review.customer_id == customer.pk:
        raise NotNow("This is your own review. You can change it or take it back.")
    try:
        with transaction.atomic():
            row = Report.objects.create(review=review, customer=customer, seller=seller, cause=cause, text=text, at=at)
            Review.objects.filter(pk=review.pk).update(open_reports=F("open_reports") + 1)
            audit.record(
                "review.reported", review, after={"cause": cause}
            )  # a reader's words can be erased, the log not
    except IntegrityError:
        raise NotNow("You have reported this already; it will be looked at.") from None
    return row
