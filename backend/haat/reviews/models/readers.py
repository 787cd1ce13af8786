"""What readers do with a review: say that it helped, or that something is wrong with it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.reviews.models.reviews import Review


class Vote(Entity):
    """It helped this customer. Once."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "customer"], name="reviews_vote_once")]
        indexes = [models.Index(fields=["customer"], name="reviews_vote_of")]


class Report(Entity):
    """A customer, or a seller, asks the brand to look at it. One of each person or shop until it was looked at."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="reports")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    cause = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["customer"], name="reviews_report_of")]
        constraints = [
            models.CheckConstraint(name="reviews_report_by_one", condition=Q(customer=None) ^ Q(seller=None)),
            models.UniqueConstraint(
                fields=["review", "customer"], condition=Q(settled_at=None), name="reviews_report_customer_once"
            ),
            models.UniqueConstraint(
                fields=["review", "seller"], condition=Q(settled_at=None), name="reviews_report_seller_once"
            ),
        ]
