"""Plans: the brand's, and those of single sellers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.core.errors import InvalidInput
from haat.payouts import queries, services
from haat.payouts.models.plan import Rail, Schedule
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payouts.models import PayoutPlan


class PlanOut(serializers.Serializer[Any]):
    schedule = serializers.ChoiceField(Schedule.choices)
    weekday = serializers.IntegerField(help_text="0 is Monday")
    month_day = serializers.IntegerField()
    hold_days = serializers.IntegerField(help_text="After the return window")
    minimum = MoneyField(source="minimum_minor")
    reserve_bp = serializers.IntegerField()
    reserve_days = serializers.IntegerField()
    off_rail = serializers.ChoiceField(Rail.choices)


class BrandPlanOut(PlanOut):
    second_person = MoneyField(source="second_person_minor", allow_null=True)
    adjustment_alone = MoneyField(source="adjustment_alone_minor", allow_null=True)


class SellerPlanOut(PlanOut):
    seller = serializers.CharField(source="seller.name")
    seller_id = serializers.UUIDField()


class PlanIn(Strict):
    schedule = serializers.ChoiceField(Schedule.choices)
    weekday = serializers.IntegerField(min_value=0, max_value=6)
    month_day = serializers.IntegerField(min_value=1, max_value=31)
    hold_days = serializers.IntegerField(min_value=0, max_value=90)
    minimum_minor = serializers.IntegerField(min_value=0)
    reserve_bp = serializers.IntegerField(min_value=0, max_value=10_000)
    reserve_days = serializers.IntegerField(min_value=0, max_value=365)
    off_rail = serializers.ChoiceField(Rail.choices)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["reserve_bp"] and not attrs["reserve_days"]:
            raise InvalidInput(
                "Say for how many days the reserve is kept.", details={"reserve_days": ["At least one day."]}
            )
        return attrs


class BrandPlanIn(PlanIn):
    second_person_minor = serializers.IntegerField(min_value=0, allow_null=True)
    adjustment_alone_minor = serializers.IntegerField(min_value=0, allow_null=True)


class BrandPlan(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "PUT": "settings.edit"}

    @operation("How the brand's sellers are paid", output=BrandPlanOut)
    def get(self, _request: Any) -> PayoutPlan:
        return queries.brand_plan()

    @operation("Change how the brand's sellers are paid", input=BrandPlanIn, output=BrandPlanOut, step_up=True)
    def put(self, _request: Any) -> PayoutPlan:
        return services.set_brand_plan(facts=self.input)


class ChoiceOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class Sellers(AdminAPI):
    permission = "payouts.read"

    @operation("Sellers of the brand, to choose one of", output=ChoiceOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(sellers.applicants().order_by("name", "pk"))


class SellerPlans(AdminAPI):
    permission = "payouts.read"

    @operation("Sellers with a plan of their own", output=SellerPlanOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.own_plans()


class SellerPlan(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "PUT": "settings.edit", "DELETE": "settings.edit"}

    @operation("The plan by which a seller is paid, its own or the brand's", output=PlanOut)
    def get(self, _request: Any, seller_id: UUID) -> PayoutPlan:
        return queries.plan_of(sellers.seller(seller_id).pk)

    @operation("Give a seller a plan of its own", input=PlanIn, output=SellerPlanOut, step_up=True)
    def put(self, _request: Any, seller_id: UUID) -> PayoutPlan:
        return services.set_seller_plan(seller=sellers.seller(seller_id), facts=self.input)

    @operation("The brand's plan is the seller's again", step_up=True)
    def delete(self, _request: Any, seller_id: UUID) -> None:
        services.drop_seller_plan(seller=sellers.seller(seller_id))


urlpatterns = [
    path("payout-plan", BrandPlan.as_view()),
    path("payout-sellers", Sellers.as_view()),
    path("payout-plans", SellerPlans.as_view()),
    path("payout-plans/<uuid:seller_id>", SellerPlan.as_view()),
]
