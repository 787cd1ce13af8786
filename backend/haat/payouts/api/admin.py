"""Payouts of the brand's sellers, and starting a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.payouts import queries, services
from haat.payouts.api.shapes import PayoutLineOut, PayoutRowOut

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.payouts.models import Payout


class AdminPayoutOut(PayoutRowOut):
    seller = serializers.CharField(source="seller.name")
    seller_payable = serializers.BooleanField(source="seller.is_payable")
    lines = PayoutLineOut(many=True)


class HeldBackOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    seller = serializers.CharField()
    until = serializers.DateTimeField()
    reason = serializers.CharField()


class RunOut(serializers.Serializer[Any]):
    started = serializers.IntegerField()
    held_back = HeldBackOut(many=True)


class Payouts(AdminAPI):
    permission = "payouts.read"

    @operation("Payouts of all sellers, newest first", output=AdminPayoutOut, many=True)
    def get(self, _request: Any) -> QuerySet[Payout]:
        return queries.payouts()


class Runs(AdminAPI):
    permission = "payouts.run"

    @operation("Start every payout that is due", output=RunOut, status=201, idempotent=True, step_up=True)
    def post(self, _request: Any) -> dict[str, Any]:
        return {"started": services.run_payouts(at=self.at), "held_back": queries.held_back(self.at)}


urlpatterns = [path("payouts", Payouts.as_view()), path("payout-runs", Runs.as_view())]
