"""Payouts of all sellers, and what stands behind each line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.payouts import queries, services
from haat.payouts.api.shapes import ExplainedOut, PayoutLineOut, PayoutRowOut, WayOut
from haat.payouts.models import Payout as PayoutRow

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.payouts.models import Payout as Row


class AdminPayoutOut(PayoutRowOut):
    seller = serializers.CharField(source="seller.name")
    seller_id = serializers.UUIDField()
    seller_payable = serializers.BooleanField(source="seller.is_payable")
    run_number = serializers.IntegerField(source="run.number", allow_null=True, default=None)
    lines = PayoutLineOut(many=True)


class AdminPayoutDetailOut(AdminPayoutOut):
    ways = WayOut(source="disbursements", many=True)


class PayoutFilters(Strict):
    status = serializers.CharField(required=False, max_length=60)
    seller = serializers.SlugField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class OutcomeIn(Strict):
    reason = serializers.CharField(max_length=200)


class Payouts(AdminAPI):
    permission = "payouts.read"

    @operation("Payouts of all sellers, newest first", filters=PayoutFilters, output=AdminPayoutOut, many=True)
    def get(self, _request: Any) -> QuerySet[Row]:
        asked = {name: value for name, value in self.filters.items() if name in {"status", "seller"}}
        return queries.payouts(**asked)


class Payout(AdminAPI):
    permission = "payouts.read"

    @operation("One payout, line by line, with the ways its money goes", output=AdminPayoutDetailOut)
    def get(self, _request: Any, payout_id: UUID) -> PayoutRow:
        return queries.payout(payout_id)


class Line(AdminAPI):
    permission = "payouts.read"

    @operation("Explain this rupee: what stands behind one line", output=ExplainedOut)
    def get(self, _request: Any, payout_id: UUID, line_id: UUID) -> queries.Explained:
        found = queries.explain(payout=queries.payout(payout_id), line_id=line_id)
        if found is None:
            raise NotFound("This payout has no such line.")
        return found


class CameBack(AdminAPI):
    permission = "payouts.run"

    @operation("Money that had been paid came back", input=OutcomeIn, output=WayOut, step_up=True)
    def post(self, _request: Any, disbursement_id: UUID) -> Any:
        way = queries.disbursement(disbursement_id)
        services.came_back(way=way, reason=self.input["reason"], at=self.at)
        return queries.disbursement(disbursement_id)


urlpatterns = [
    path("payouts", Payouts.as_view()),
    path("payouts/<uuid:payout_id>", Payout.as_view()),
    path("payouts/<uuid:payout_id>/lines/<uuid:line_id>", Line.as_view()),
    path("payout-money/<uuid:disbursement_id>/return", CameBack.as_view()),
]
