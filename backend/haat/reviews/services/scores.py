"""A seller's record, from 0 to 100: what buyers say, what was declined, what was handed over late."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Sum

from haat.orders import queries as orders
from haat.reviews.models import Review
from haat.sellers import queries as sellers
from haat.sellers import services as seller_services

if TYPE_CHECKING:
    from datetime import datetime

LATELY = timedelta(days=90)
KNOWN = 10  # so many good orders and reviews everybody begins with, so that one bad day is not the end
STARS_POINTS, DECLINED_POINTS, LATE_POINTS = 40, 40, 20
DECLINED_WORST, LATE_WORST = 4, 2  # one in four declined, or one in two late, costs all of the points


def score_sellers(*, at: datetime) -> int:
    """Compute every seller's score again. Returns how many changed; a second run changes none."""
    since = at - LATELY
    said = Review.objects.filter(status=Review.Status.PUBLISHED, written_at__gte=since).order_by()
    stars = {
        pk: (total, number) for pk, total, number in said.values_list("seller").annotate(Sum("stars"), Count("pk"))
    }
    records = orders.records_since(since)
    scores = {pk: score_of(*stars.get(pk, (0, 0)), *records.get(pk, (0, 0, 0))) for pk in sellers.selling_ids()}
    return seller_services.set_scores(scores=scores)


def score_of(stars: int, reviews: int, parts: int, declined: int, late: int) -> int:
    """Whole points, rounded down to the seller's favour: what is lost is cut off, not rounded up."""
    count = KNOWN + reviews
    lost = STARS_POINTS * (5 * count - (5 * KNOWN + stars)) // (4 * count)
    among = KNOWN + parts
    lost += min(DECLINED_POINTS, DECLINED_POINTS * DECLINED_WORST * declined // among)
    lost += min(LATE_POINTS, LATE_POINTS * LATE_WORST * late // among)
    return max(0, 100 - lost)
