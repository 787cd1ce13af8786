"""The brand's promotions, their codes and budgets, and those of its sellers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.promotions import queries, services
from haat.promotions.api.shapes import (
    BrandTermsIn,
    CouponIn,
    CouponOut,
    MoveIn,
    PromotionDetailOut,
    PromotionOut,
    TargetsOut,
)

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.promotions.models import Coupon, CouponBatch, Promotion


class Page(Strict):
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class Filters(Page):
    status = serializers.CharField(required=False, help_text="One or more states, separated by commas")
    q = serializers.CharField(required=False, help_text="Part of a name, or a whole code")


class BatchIn(Strict):
    name = serializers.CharField(max_length=80)
    size = serializers.IntegerField(min_value=1, max_value=services.BATCH_MAX)
    prefix = serializers.CharField(max_length=20, required=False, default="", allow_blank=True)
    uses_max = serializers.IntegerField(min_value=1, max_value=1_000_000, default=1, help_text="Uses of each code")
    expires_at = serializers.DateTimeField(allow_null=True, default=None)


class BatchOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    size = serializers.IntegerField()
    used = serializers.IntegerField(default=0, help_text="Codes that were used at least once")
    created_at = serializers.DateTimeField()


class BatchFileOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()


class PromotionAPI(AdminAPI):
    permissions_by_method = {"GET": "promotions.read"}
    permission = "promotions.edit"


class Promotions(PromotionAPI):
    @operation("Promotions of the brand and its sellers, newest first", output=PromotionOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[Promotion]:
        return queries.promotions(status=self.filters.get("status", ""), text=self.filters.get("q", ""))

    @operation("Write a promotion; it does not run yet", input=BrandTermsIn, output=PromotionDetailOut, status=201)
    def post(self, _request: Any) -> Promotion:
        return services.draft(spec=services.Spec(**self.input), currency=self.brand.currency)


class OnePromotion(PromotionAPI):
    @operation("One promotion with its use and cost", output=PromotionDetailOut)
    def get(self, _request: Any, promotion_id: UUID) -> Promotion:
        return queries.promotion(promotion_id)

    @operation("Change a promotion; terms that were used stand still", input=BrandTermsIn, output=PromotionDetailOut)
    def put(self, _request: Any, promotion_id: UUID) -> Promotion:
        return services.change(promotion=queries.promotion(promotion_id), spec=services.Spec(**self.input))


class Targets(PromotionAPI):
    @operation("What a promotion can be narrowed to", output=TargetsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return queries.targets()


class Moves(PromotionAPI):
    @operation("Launch, pause or end a promotion", input=MoveIn, output=PromotionDetailOut)
    def post(self, _request: Any, promotion_id: UUID) -> Promotion:
        return services.move(promotion=queries.promotion(promotion_id), at=self.at, **self.input)


class Coupons(PromotionAPI):
    @operation("Codes written by hand", output=CouponOut, filters=Page, many=True)
    def get(self, _request: Any, promotion_id: UUID) -> QuerySet[Coupon]:
        return queries.coupons(promotion=queries.promotion(promotion_id))

    @operation("Open a promotion by a code", input=CouponIn, output=CouponOut, status=201)
    def post(self, _request: Any, promotion_id: UUID) -> Coupon:
        return services.add_coupon(promotion=queries.promotion(promotion_id), **self.input)


class OneCoupon(PromotionAPI):
    @operation("Stop a code; orders made with it stay", output=CouponOut)
    def delete(self, _request: Any, promotion_id: UUID, code: str) -> Coupon:
        coupon = queries.coupon(promotion=queries.promotion(promotion_id), code=code)
        return services.stop_coupon(coupon=coupon, at=self.at)


class Batches(PromotionAPI):
    @operation("Batches of random codes", output=BatchOut, filters=Page, many=True)
    def get(self, _request: Any, promotion_id: UUID) -> QuerySet[CouponBatch]:
        return queries.batches(promotion=queries.promotion(promotion_id))

    @operation("Make a batch of random codes", input=BatchIn, output=BatchOut, status=201, idempotent=True)
    def post(self, _request: Any, promotion_id: UUID) -> CouponBatch:
        return services.make_batch(promotion=queries.promotion(promotion_id), **self.input)


class BatchFile(PromotionAPI):
    @operation("The codes of a batch as CSV text, with their uses", output=BatchFileOut)
    def get(self, _request: Any, promotion_id: UUID, batch_id: UUID) -> dict[str, str]:
        batch = queries.batch(promotion=queries.promotion(promotion_id), batch_id=batch_id)
        return {"name": f"{batch.name}.csv", "csv": queries.csv_of(batch)}


urlpatterns = [
    path("promotions", Promotions.as_view()),
    path("promotions/targets", Targets.as_view()),
    path("promotions/<uuid:promotion_id>", OnePromotion.as_view()),
    path("promotions/<uuid:promotion_id>/moves", Moves.as_view()),
    path("promotions/<uuid:promotion_id>/coupons", Coupons.as_view()),
    path("promotions/<uuid:promotion_id>/coupons/<str:code>", OneCoupon.as_view()),
    path("promotions/<uuid:promotion_id>/batches", Batches.as_view()),
    path("promotions/<uuid:promotion_id>/batches/<uuid:batch_id>/file", BatchFile.as_view()),
]
