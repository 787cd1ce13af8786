"""Reviews as the brand's staff look after them."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.reviews import queries, services
from haat.reviews.api.shapes import ProductOut, SellerOut
from haat.reviews.types import REASONS

TABS = ["pending", "reported", "published", "hidden", "all"]


class ReplyOut(serializers.Serializer[Any]):
    text = serializers.CharField()
    written_at = serializers.DateTimeField()
    hidden_at = serializers.DateTimeField(allow_null=True)
    hidden_reason = serializers.CharField()


class ReportOut(serializers.Serializer[Any]):
    """`seller` is who reported, when it was a shop; readers are not named."""

    cause = serializers.CharField()
    text = serializers.CharField()
    at = serializers.DateTimeField()
    seller = serializers.CharField(source="seller.name", allow_null=True, default=None)


class ReviewOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    product = ProductOut()
    seller = SellerOut()
    part = serializers.CharField(source="part.number")
    stars = serializers.IntegerField()
    title = serializers.CharField()
    text = serializers.CharField()
    author = serializers.CharField()
    status = serializers.CharField()
    flags = serializers.ListField(child=serializers.CharField())
    reason_code = serializers.CharField()
    reason = serializers.CharField()
    written_at = serializers.DateTimeField()
    edited_at = serializers.DateTimeField(allow_null=True)
    votes = serializers.IntegerField()
    reports = ReportOut(source="open", many=True)
    reply = serializers.SerializerMethodField()

    def get_reply(self, review: Any) -> dict[str, Any] | None:
        reply = getattr(review, "reply", None)
        return dict(ReplyOut(reply).data) if reply else None


class Filters(serializers.Serializer[Any]):
    tab = serializers.ChoiceField(choices=TABS, required=False, default="all")
    stars = serializers.IntegerField(min_value=1, max_value=5, required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100, default="")


class CountsOut(serializers.Serializer[Any]):
    pending = serializers.IntegerField()
    reported = serializers.IntegerField()


class DecisionsIn(Strict):
    """`publish` also brings back what was hidden, and keeps what was reported."""

    ids = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=100)
    verb = serializers.ChoiceField(choices=services.VERBS)
    reason_code = serializers.ChoiceField(choices=REASONS, required=False, default="other")
    reason = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class OutcomeOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    done = serializers.BooleanField(source="is_done")
    code = serializers.CharField()
    sentence = serializers.CharField()


class PolicyShape(Strict):
    """`ask_after_days` after delivery a mail asks for a review; 0 asks never."""

    publish = serializers.ChoiceField(choices=["at_once", "approval"])
    ask_after_days = serializers.IntegerField(min_value=0, max_value=60)


class Reviews(AdminAPI):
    permission = "reviews.moderate"

    @operation("Reviews, and what waits for a look", output=ReviewOut, filters=Filters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.brand_reviews(tab=self.filters["tab"], stars=self.filters.get("stars"), q=self.filters["q"])


class Counts(AdminAPI):
    permission = "reviews.moderate"

    @operation("How much waits", output=CountsOut)
    def get(self, _request: Any) -> Any:
        return queries.waiting()


class ReviewPage(AdminAPI):
    permission = "reviews.moderate"

    @operation("One review", output=ReviewOut)
    def get(self, _request: Any, review_id: Any) -> Any:
        return queries.brand_review(review_id)


class Decisions(AdminAPI):
    permission = "reviews.moderate"

    @operation(
        "Publish, hide or restore one or many; each stands for itself", input=DecisionsIn, output=OutcomeOut, many=True
    )
    def post(self, _request: Any) -> Any:
        return self.all_of(services.decide(at=self.at, **self.input))


class PolicyPage(AdminAPI):
    permission = "reviews.moderate"
    permissions_by_method = {"PUT": "settings.edit"}

    @operation("What the brand wants with reviews", output=PolicyShape)
    def get(self, _request: Any) -> Any:
        return queries.policy()

    @operation("Change it", input=PolicyShape, output=PolicyShape)
    def put(self, _request: Any) -> Any:
        return services.set_policy(**self.input)


urlpatterns = [
    path("reviews", Reviews.as_view()),
    path("reviews/counts", Counts.as_view()),
    path("reviews/policy", PolicyPage.as_view()),
    path("reviews/decisions", Decisions.as_view()),
    path("reviews/<uuid:review_id>", ReviewPage.as_view()),
]
