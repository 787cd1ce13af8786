"""Reviews of what a seller sold, and its answers."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.reviews import queries, services
from haat.reviews.api.shapes import FiguresOut, ProductOut, ReportIn
from haat.reviews.types import REPLY_MAX


class ReplyOut(serializers.Serializer[Any]):
    text = serializers.CharField()
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    hidden_reason = serializers.CharField()


class ReviewOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    product = ProductOut()
    part = serializers.CharField(source="part.number")
    bought = serializers.CharField()
    stars = serializers.IntegerField()
    title = serializers.CharField()
    text = serializers.CharField()
    author = serializers.CharField()
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    votes = serializers.IntegerField()
    reply = serializers.SerializerMethodField()

    def get_reply(self, review: Any) -> dict[str, Any] | None:
        reply = getattr(review, "reply", None)
        return dict(ReplyOut(reply).data) if reply else None


class StandingOut(serializers.Serializer[Any]):
    """`score` is the record from 0 to 100 that decides between equal prices; it is computed every hour."""

    figures = FiguresOut()
    unanswered = serializers.IntegerField()
    score = serializers.IntegerField()


class Filters(serializers.Serializer[Any]):
    stars = serializers.IntegerField(min_value=1, max_value=5, required=False)
    unanswered = serializers.BooleanField(required=False, default=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100, default="")


class AnswerIn(Strict):
    text = serializers.CharField(max_length=REPLY_MAX)


class Reviews(SellerAPI):
    permission = "reviews.answer"
    sorts = {"written": "written_at", "stars": "stars", "votes": "votes"}

    @operation("What buyers say", output=ReviewOut, filters=Filters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.seller_reviews(
            seller=self.seller,
            stars=self.filters.get("stars"),
            unanswered=self.filters["unanswered"],
            q=self.filters["q"],
        )


class StandingPage(SellerAPI):
    permission = "reviews.answer"

    @operation("All stars, what is unanswered, and the score", output=StandingOut)
    def get(self, _request: Any) -> Any:
        return queries.standing(seller=self.seller)


class Answer(SellerAPI):
    permission = "reviews.answer"

    @operation("Answer in public, or change the answer", input=AnswerIn, output=ReviewOut)
    def put(self, _request: Any, review_id: Any) -> Any:
        review = queries.seller_review(seller=self.seller, review_id=review_id)
        services.answer(review=review, text=self.input["text"], at=self.at)
        return queries.seller_review(seller=self.seller, review_id=review_id)


class Reports(SellerAPI):
    permission = "reviews.answer"

    @operation("Ask the brand to look at a review", input=ReportIn, status=201)
    def post(self, _request: Any, review_id: Any) -> None:
        review = queries.seller_review(seller=self.seller, review_id=review_id)
        services.report(review=review, seller=self.seller, at=self.at, **self.input)


urlpatterns = [
    path("reviews", Reviews.as_view()),
    path("reviews/standing", StandingPage.as_view()),
    path("reviews/<uuid:review_id>/answer", Answer.as_view()),
    path("reviews/<uuid:review_id>/reports", Reports.as_view()),
]
