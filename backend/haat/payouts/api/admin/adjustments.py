"""Giving to a seller or taking from it, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MINOR_MAX, MoneyField, Strict
from haat.core.api.operation import operation
from haat.payouts import queries, services
from haat.payouts.api.admin.runs import ReasonIn
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payouts.models import Adjustment


class AdjustmentOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    seller = serializers.CharField(source="seller.name")
    amount = MoneyField(source="amount_minor", help_text="Positive: to the seller")
    reason = serializers.CharField()
    write_off = serializers.BooleanField(source="is_write_off", help_text="Of what the seller owes: it is paid nothing")
    status = serializers.CharField()
    needs_second = serializers.BooleanField()
    proposed_by = serializers.CharField(source="proposed_name", allow_null=True)
    proposed_at = serializers.DateTimeField()
    decided_by = serializers.CharField(source="decided_name", allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    decision_reason = serializers.CharField()
    may_decide = serializers.SerializerMethodField(help_text="Whether you are a second person for it")

    def get_may_decide(self, row: Any) -> bool:
        return row.status == "proposed" and str(row.proposed_by) != str(self.context["view"].identity.user.pk)


class AdjustmentIn(Strict):
    seller_id = serializers.UUIDField()
    amount_minor = serializers.IntegerField(min_value=-MINOR_MAX, help_text="Positive gives, negative takes")
    reason = serializers.CharField(max_length=200)
    write_off = serializers.BooleanField(default=False, help_text="Give up what the seller owes, at most all of it")

    def validate(self, facts: dict[str, Any]) -> dict[str, Any]:
        if facts["write_off"] and facts["amount_minor"] < 0:
            raise serializers.ValidationError({"amount_minor": ["Give what is written off as a positive amount."]})
        return facts

    def validate_amount_minor(self, value: int) -> int:
        if not value:
            raise serializers.ValidationError("Give an amount other than nothing.")
        return value


class Adjustments(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "POST": "payouts.adjust"}

    @operation("Adjustments, newest first", output=AdjustmentOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.adjustments()

    @operation(
        "Give to a seller or take from it; above the brand's limit a second person decides", input=AdjustmentIn,
        output=AdjustmentOut, status=201, idempotent=True, step_up=True,
    )  # fmt: skip
    def post(self, _request: Any) -> Adjustment:
        facts = {name: self.input[name] for name in ("amount_minor", "reason")}
        facts |= {"seller": sellers.seller(self.input["seller_id"]), "is_write_off": self.input["write_off"]}
        made = services.adjust(at=self.at, **facts)
        return queries.adjustment(made.pk)


class Approval(AdminAPI):
    permission = "payouts.adjust"

    @operation("Book a proposed adjustment, as a second person", output=AdjustmentOut, step_up=True)
    def post(self, _request: Any, adjustment_id: UUID) -> Adjustment:
        services.approve_adjustment(row=queries.adjustment(adjustment_id), at=self.at)
        return queries.adjustment(adjustment_id)


class Rejection(AdminAPI):
    permission = "payouts.adjust"

    @operation("Refuse a proposed adjustment", input=ReasonIn, output=AdjustmentOut)
    def post(self, _request: Any, adjustment_id: UUID) -> Adjustment:
        row = queries.adjustment(adjustment_id)
        services.reject_adjustment(row=row, reason=self.input["reason"], at=self.at)
        return queries.adjustment(adjustment_id)


urlpatterns = [
    path("payout-adjustments", Adjustments.as_view()),
    path("payout-adjustments/<uuid:adjustment_id>/approval", Approval.as_view()),
    path("payout-adjustments/<uuid:adjustment_id>/rejection", Rejection.as_view()),
]
