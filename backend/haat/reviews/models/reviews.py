"""Reviews and the sellers' answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Review(Entity):
    """What one customer says about one product that reached them, from the parcel of one seller.

    Stars alone are enough. Withdrawn ones have no words and count nowhere; the row stays, so that what was hidden once
    does not come back unseen.
    """

    class Status(models.TextChoices):
        PENDING = "pending"  # waits for the brand
        PUBLISHED = "published"
        HIDDEN = "hidden"  # by the brand, with a reason
        WITHDRAWN = "withdrawn"  # by its author

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="+")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="+")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")  # who sold it
    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    bought = models.CharField(max_length=200, blank=True)  # the variant, as the order's line names it
    stars = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    author = models.CharField(max_length=60, blank=True)  # as the customer wants to be named
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PENDING)
    flags: models.JSONField[list[str], list[str]] = models.JSONField(default=list, blank=True)  # why it waits
    reason_code = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)  # why it was hidden, in the words that the author reads
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)  # the first time
    votes = models.PositiveIntegerField(default=0)  # of readers whom it helped
    open_reports = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(
                "product", models.F("votes").desc(), models.F("written_at").desc(), "id", name="reviews_review_helpful",
                condition=Q(status="published"),
            ),
            models.Index(
                "product", models.F("written_at").desc(), "id", name="reviews_review_newest",
                condition=Q(status="published"),
            ),
            models.Index("seller", models.F("written_at").desc(), "id", name="reviews_review_seller"),
            models.Index("status", models.F("written_at").desc(), "id", name="reviews_review_status"),
            models.Index(fields=["written_at"], condition=Q(open_reports__gt=0), name="reviews_review_reported"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["product", "customer"], name="reviews_review_once"),
            models.CheckConstraint(name="reviews_review_stars", condition=Q(stars__range=(1, 5))),
            models.CheckConstraint(name="reviews_review_hidden_why", condition=~Q(status="hidden") | ~Q(reason="")),
            models.CheckConstraint(
                name="reviews_review_published_when",
                condition=~Q(status="published") | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="reviews_review_withdrawn_blank",
                condition=~Q(status="withdrawn") | Q(title="", text="", author=""),
            ),
        ]

    def __str__(self) -> str:
        """Stars and product: the audit log names nobody's words."""
        return f"{self.stars} ★ {self.product}"

    @property
    def has_words(self) -> bool:
        return bool(self.title or self.text)


class Reply(Entity):
    """The one public answer of the seller who sold it."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="reply")
    text = models.TextField()
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="reviews_reply_said", condition=~Q(text="")),
            models.CheckConstraint(name="reviews_reply_hidden_why", condition=Q(hidden_at=None) | ~Q(hidden_reason="")),
        ]

    def __str__(self) -> str:
        return f"Answer to {self.review}"
