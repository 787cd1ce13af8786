"""Reviews as customers read and write them."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.reviews import queries, services
from haat.reviews.api.shapes import FiguresOut, ReportIn
from haat.reviews.types import AUTHOR_MAX, TEXT_MAX, TITLE_MAX


class ReplyOut(serializers.Serializer[Any]):
    seller = serializers.CharField(source="review.seller.name")
    text = serializers.CharField()
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)


class ReviewOut(serializers.Serializer[Any]):
    """Every review is of a verified purchase. `is_own` and `has_helped` are false for guests."""

    id = serializers.UUIDField()
    stars = serializers.IntegerField()
    title = serializers.CharField()
    text = serializers.CharField()
    author = serializers.CharField()
    bought = serializers.CharField()
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    votes = serializers.IntegerField()
    reply = serializers.SerializerMethodField()
    is_own = serializers.SerializerMethodField()
    has_helped = serializers.SerializerMethodField()

    def get_reply(self, review: Any) -> dict[str, Any] | None:
        reply = getattr(review, "reply", None)
        return dict(ReplyOut(reply).data) if reply and reply.hidden_at is None else None

    def get_is_own(self, review: Any) -> bool:
        customer = self.context["view"].customer
        return customer is not None and review.customer_id == customer.pk

    def get_has_helped(self, review: Any) -> bool:
        return review.pk in self.context["view"].helped


class OwnReviewOut(serializers.Serializer[Any]):
    """`reason` says why the brand has hidden it."""

    id = serializers.UUIDField()
    stars = serializers.IntegerField()
    title = serializers.CharField()
    text = serializers.CharField()
    author = serializers.CharField()
    status = serializers.CharField()
    reason = serializers.SerializerMethodField()
    written_at = serializers.DateTimeField()

    def get_reason(self, review: Any) -> str:
        return str(review.reason) if review.status == "hidden" else ""


class PurchaseOut(serializers.Serializer[Any]):
    """Something that was delivered, and what was said of it so far."""

    product_id = serializers.UUIDField(source="line.product_id")
    slug = serializers.CharField(source="line.slug")
    title = serializers.CharField(source="line.title")
    image = serializers.CharField(source="line.image")
    order = serializers.CharField(source="line.part.order.number")
    delivered_at = serializers.DateTimeField(source="line.part.delivered_at")
    review = OwnReviewOut(allow_null=True)


class ReviewIn(Strict):
    """Stars are enough. Without `author` the customer's own name is shown, shortened."""

    stars = serializers.IntegerField(min_value=1, max_value=5)
    title = serializers.CharField(max_length=TITLE_MAX, required=False, allow_blank=True, default="")
    text = serializers.CharField(max_length=TEXT_MAX, required=False, allow_blank=True, default="")
    author = serializers.CharField(max_length=AUTHOR_MAX, required=False, allow_blank=True, default="")


class Filters(serializers.Serializer[Any]):
    sort = serializers.ChoiceField(choices=list(queries.SORTS), required=False, default="helpful")
    stars = serializers.IntegerField(min_value=1, max_value=5, required=False)


class PurchaseFilters(serializers.Serializer[Any]):
    order = serializers.CharField(max_length=30, required=False)
    product = serializers.UUIDField(required=False)


class Reviews(Cached, CustomerAPI):
    """`meta.rating` has the figures of all stars. Kept for some minutes: only the number of helped readers may lag."""

    login_required = False
    cache_seconds = 300
    helped: set[Any]

    @operation("What customers say of a product", output=ReviewOut, filters=Filters, many=True)
    def get(self, _request: Any, product_id: Any) -> Any:
        rows = queries.shown(product_id=product_id, sort=self.filters["sort"], stars=self.filters.get("stars"))
        page = self.page_of(rows)
        self.helped = queries.helped(customer=self.customer, reviews=page)
        self.meta["rating"] = FiguresOut(queries.figures_of(product_id)).data
        return tuple(page)


class OwnReview(CustomerAPI):
    @operation("My review of a product", output=OwnReviewOut)
    def get(self, _request: Any, product_id: Any) -> Any:
        return queries.own_review(customer=self.customer, product_id=product_id)

    @operation("Review what was delivered, or change the review", input=ReviewIn, output=OwnReviewOut)
    def put(self, _request: Any, product_id: Any) -> Any:
        words = services.Words(**self.input)
        return services.write(customer=self.customer, product_id=product_id, words=words, at=self.at)

    @operation("Take my review back")
    def delete(self, _request: Any, product_id: Any) -> None:
        services.withdraw(review=queries.own_review(customer=self.customer, product_id=product_id))


class Purchases(CustomerAPI):
    @operation("What I may review, and what I wrote", output=PurchaseOut, filters=PurchaseFilters, many=True)
    def get(self, _request: Any) -> Any:
        number, product = self.filters.get("order", ""), self.filters.get("product")
        return self.all_of(queries.purchases(customer=self.customer, number=number, product_id=product))


class Helped(CustomerAPI):
    @operation("Say that a review helped")
    def post(self, _request: Any, review_id: Any) -> None:
        services.vote(review=queries.shown_review(review_id), customer=self.customer)

    @operation("Take that back")
    def delete(self, _request: Any, review_id: Any) -> None:
        services.take_vote_back(review=queries.shown_review(review_id), customer=self.customer)


class Reports(CustomerAPI):
    @operation("Ask the brand to look at a review", input=ReportIn, status=201)
    def post(self, _request: Any, review_id: Any) -> None:
        review = queries.shown_review(review_id)
        services.report(review=review, customer=self.customer, at=self.at, **self.input)


urlpatterns = [
    path("products/<uuid:product_id>/reviews", Reviews.as_view()),
    path("products/<uuid:product_id>/review", OwnReview.as_view()),
    path("reviews/purchases", Purchases.as_view()),
    path("reviews/<uuid:review_id>/helped", Helped.as_view()),
    path("reviews/<uuid:review_id>/reports", Reports.as_view()),
]
