"""Reviews of somebody who leaves, or whose two accounts become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.reviews.models import Report, Review, Vote
from haat.reviews.services.ratings import refresh

if TYPE_CHECKING:
    from haat.customers.models import Customer

S = Review.Status


@transaction.atomic
def erase(*, customer: Customer) -> int:
    """Words, name and what they reported go; the stars of what was shown stay, as of nobody. Returns how many."""
    rows = list(Review.objects.select_for_update().filter(customer=customer).order_by("pk"))
    for row in rows:
        row.title = row.text = row.author = row.bought = ""
        row.status = row.status if row.status == S.PUBLISHED else S.WITHDRAWN
        row.save(update_fields=["title", "text", "author", "bought", "status", "updated_at"])
    Report.objects.filter(customer=customer).update(text="")
    for product_id in sorted({row.product_id for row in rows}):
        refresh(product_id)
    return len(rows)


@transaction.atomic
def hand_over(*, source: Customer, target: Customer) -> int:
    """The reviews of one customer are another's; of two about one product the target's own stays."""
    own = set(Review.objects.filter(customer=target).values_list("product_id", flat=True))
    rows = list(Review.objects.select_for_update().filter(customer=source).order_by("pk"))
    for row in rows:
        if row.product_id not in own:
            row.customer = target
        else:
            row.title = row.text = row.author = ""
            row.status = S.WITHDRAWN
        row.save(update_fields=["customer", "title", "text", "author", "status", "updated_at"])
    _hand_votes(source, target)
    taken = Report.objects.filter(customer=target, settled_at=None).values_list("review_id", flat=True)
    Report.objects.filter(customer=source, settled_at=None).exclude(review_id__in=list(taken)).update(customer=target)
    for product_id in sorted({row.product_id for row in rows if row.product_id in own}):
        refresh(product_id)
    return len(rows)


def _hand_votes(source: Customer, target: Customer) -> None:
    """A vote of each for one review is one vote; one for what is now the person's own is none."""
    own = Review.objects.filter(customer=target).values("pk")
    kept = Vote.objects.filter(customer=target).values_list("review_id", flat=True)
    twice = Vote.objects.filter(customer=source, review_id__in=list(kept))
    for votes in (twice, Vote.objects.filter(customer__in=[source, target], review_id__in=own)):
        gone = list(votes.values_list("pk", "review_id"))
        Vote.objects.filter(pk__in=[pk for pk, _ in gone]).delete()
        for _, review_id in gone:
            Review.objects.filter(pk=review_id, votes__gt=0).update(votes=F("votes") - 1)
    Vote.objects.filter(customer=source).update(customer=target)
