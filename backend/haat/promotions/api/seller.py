"""A seller's own promotions, for its own goods and at its own cost, where the brand allows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.promotions import queries, services
from haat.promotions.api.shapes import (
    CouponIn,
    CouponOut,
    MoveIn,
    PromotionDetailOut,
    PromotionOut,
    TargetsOut,
    TermsIn,
)

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.promotions.models import Coupon, Promotion


class Filters(Strict):
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class PermissionOut(serializers.Serializer[Any]):
    allowed = serializers.BooleanField()
    most_bp = serializers.IntegerField(help_text="The largest percentage, in basis points")


class PromotionAPI(SellerAPI):
    permission = "promotions.edit"

    def allow(self, spec: services.Spec | None = None) -> None:
        services.require_sellers_may(**self.permit(), spec=spec)

    def permit(self) -> dict[str, Any]:
        policy = self.brand.policy
        return {
            "allowed": bool(policy("seller_promotions", True)),
            "most_bp": int(policy("seller_promotion_most_bp", 5_000)),
        }

    def own(self, promotion_id: UUID) -> Promotion:
        return queries.sellers_promotion(seller=self.seller, promotion_id=promotion_id)


class Permission(PromotionAPI):
    @operation("What the brand allows its sellers", output=PermissionOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return self.permit()


class Promotions(PromotionAPI):
    @operation("My promotions, newest first", output=PromotionOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[Promotion]:
        return queries.sellers_own(seller=self.seller)

    @operation("Write a promotion of mine; it does not run yet", input=TermsIn, output=PromotionDetailOut, status=201)
    def post(self, _request: Any) -> Promotion:
        spec = services.Spec(**self.input)
        self.allow(spec)
        return services.draft(spec=spec, currency=self.brand.currency, seller=self.seller)


class OnePromotion(PromotionAPI):
    @operation("One of my promotions", output=PromotionDetailOut)
    def get(self, _request: Any, promotion_id: UUID) -> Promotion:
        return self.own(promotion_id)

    @operation("Change a promotion of mine", input=TermsIn, output=PromotionDetailOut)
    def put(self, _request: Any, promotion_id: UUID) -> Promotion:
        spec = services.Spec(**self.input)
        self.allow(spec)
        return services.change(promotion=self.own(promotion_id), spec=spec)


class Targets(PromotionAPI):
    @operation("What a promotion can be narrowed to", output=TargetsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return queries.targets(with_sellers=False)


class Moves(PromotionAPI):
    @operation("Launch, pause or end a promotion of mine", input=MoveIn, output=PromotionDetailOut)
    def post(self, _request: Any, promotion_id: UUID) -> Promotion:
        if self.input["verb"] == "launch":
            self.allow()
        return services.move(promotion=self.own(promotion_id), at=self.at, **self.input)


class Coupons(PromotionAPI):
    @operation("Codes of a promotion of mine", output=CouponOut, filters=Filters, many=True)
    def get(self, _request: Any, promotion_id: UUID) -> QuerySet[Coupon]:
        return queries.coupons(promotion=self.own(promotion_id))

    @operation("Open a promotion of mine by a code", input=CouponIn, output=CouponOut, status=201)
    def post(self, _request: Any, promotion_id: UUID) -> Coupon:
        self.allow()
        return services.add_coupon(promotion=self.own(promotion_id), **self.input)


urlpatterns = [
    path("promotions", Promotions.as_view()),
    path("promotions/targets", Targets.as_view()),
    path("promotions/permission", Permission.as_view()),
    path("promotions/<uuid:promotion_id>", OnePromotion.as_view()),
    path("promotions/<uuid:promotion_id>/moves", Moves.as_view()),
    path("promotions/<uuid:promotion_id>/coupons", Coupons.as_view()),
]
