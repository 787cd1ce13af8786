"""Letting a seller or one payout wait, and letting go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.payouts import queries, services
from haat.payouts.api.admin.runs import ReasonIn
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payouts.models import PayoutHold


class HoldOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    seller = serializers.CharField(source="seller.name")
    seller_id = serializers.UUIDField()
    payout = serializers.CharField(source="payout.number", allow_null=True, default=None)
    reason = serializers.CharField()
    at = serializers.DateTimeField()
    released_at = serializers.DateTimeField(allow_null=True)


class HoldIn(Strict):
    seller_id = serializers.UUIDField(required=False)
    payout_id = serializers.UUIDField(required=False, help_text="One payout instead of everything of a seller")
    reason = serializers.CharField(max_length=200)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("seller_id" in attrs) == ("payout_id" in attrs):
            raise serializers.ValidationError({"seller_id": ["Name a seller or a payout."]})
        return attrs


class Holds(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "POST": "payouts.run"}

    @operation("Who waits because somebody said so", output=HoldOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.open_holds()

    @operation("Let a seller, or one payout that has not started, wait", input=HoldIn, output=HoldOut, status=201)
    def post(self, _request: Any) -> PayoutHold:
        payout = queries.payout(self.input["payout_id"]) if "payout_id" in self.input else None
        seller = payout.seller if payout else sellers.seller(self.input["seller_id"])
        return services.hold(seller=seller, payout=payout, reason=self.input["reason"], at=self.at)


class Release(AdminAPI):
    permission = "payouts.run"

    @operation("Let go what waited", input=ReasonIn, output=HoldOut, step_up=True)
    def post(self, _request: Any, hold_id: UUID) -> PayoutHold:
        return services.let_go(hold=queries.hold(hold_id), reason=self.input["reason"], at=self.at)


urlpatterns = [
    path("payout-holds", Holds.as_view()),
    path("payout-holds/<uuid:hold_id>/release", Release.as_view()),
]
