"""Runs: looking before paying, paying, and the second person's yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.payouts import queries, services
from haat.payouts.types import LEFT_OUT

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.payouts.models import PayoutRun
    from haat.payouts.planning import Proposal

SELLERS_MAX = 500


class WordsOut(serializers.Serializer[Any]):
    left_out = serializers.CharField(help_text="Why nothing is paid; empty when something is")
    left_out_words = serializers.SerializerMethodField()

    def get_left_out_words(self, one: Any) -> str:
        return str(LEFT_OUT[one.left_out]) if one.left_out else ""


class ItemOut(WordsOut):
    seller = serializers.CharField(source="seller.name")
    seller_id = serializers.UUIDField(source="seller.pk")
    amount = MoneyField(source="amount_minor")


class PreviewItemOut(ItemOut):
    stands = MoneyField(source="stands_minor", help_text="What could be paid if nothing were in the way")
    reserve = MoneyField(source="reserve_minor")
    carried = MoneyField(source="carried_minor")
    ways = serializers.SerializerMethodField(help_text="Rails that carry it")
    lines = serializers.SerializerMethodField()

    def get_ways(self, one: Any) -> list[str]:
        return sorted({way.rail for way in one.ways})

    def get_lines(self, one: Any) -> int:
        return len(one.lines)


class RunRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    status = serializers.CharField()
    total = MoneyField(source="total_minor")
    payouts = serializers.IntegerField(source="payouts_count")
    needs_second = serializers.BooleanField()
    people_missing = serializers.IntegerField(help_text="How many people still have to approve it")
    proposed_by = serializers.CharField(
        source="proposed_name", allow_null=True,
        help_text="Who asked for it; of a run of the schedule who approved it first",
    )  # fmt: skip
    proposed_at = serializers.DateTimeField()
    decided_by = serializers.CharField(source="decided_name", allow_null=True)
    decided_at = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField()
    may_decide = serializers.SerializerMethodField(help_text="Whether you may approve it")

    def get_may_decide(self, run: Any) -> bool:
        return run.status == "proposed" and str(run.proposed_by) != str(self.context["view"].identity.user.pk)


class RunOut(RunRowOut):
    items = ItemOut(many=True)


class RunIn(Strict):
    sellers = serializers.ListField(
        child=serializers.UUIDField(), required=False, max_length=SELLERS_MAX, min_length=1,
        help_text="Only these, whatever their plan's day",
    )  # fmt: skip


class StartedOut(serializers.Serializer[Any]):
    started = serializers.IntegerField()
    run = RunOut(allow_null=True)


class ReasonIn(Strict):
    reason = serializers.CharField(max_length=200)


class Preview(AdminAPI):
    permission = "payouts.read"

    @operation("What a run would pay now, to whom, and who is left out and why", output=PreviewItemOut, many=True)
    def get(self, _request: Any) -> list[Proposal]:
        found = queries.preview(at=self.at)
        self.meta["total_minor"] = sum(one.amount_minor for one in found if not one.left_out)
        self.meta["paid"] = sum(not one.left_out for one in found)
        return found


class Runs(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "POST": "payouts.run"}

    @operation("Runs, newest first", output=RunRowOut, many=True)
    def get(self, _request: Any) -> QuerySet[PayoutRun]:
        return queries.runs()

    @operation(
        "Start every payout that is due; above the brand's limit, propose it to a second person", input=RunIn, output=StartedOut,
        status=201, idempotent=True, step_up=True,
    )  # fmt: skip
    def post(self, _request: Any) -> dict[str, Any]:
        run, started = services.run_payouts(at=self.at, seller_ids=self.input.get("sellers"))
        return {"started": started, "run": queries.run(run.pk) if run else None}


class Run(AdminAPI):
    permission = "payouts.read"

    @operation("One run with everybody whom it paid or left out", output=RunOut)
    def get(self, _request: Any, run_id: UUID) -> PayoutRun:
        return queries.run(run_id)


class Approval(AdminAPI):
    permission = "payouts.run"

    @operation(
        "Approve a proposed run: the second person lets it go; of a run of the schedule the first one is noted",
        output=RunOut,
        step_up=True,
    )
    def post(self, _request: Any, run_id: UUID) -> PayoutRun:
        services.approve(run=queries.run(run_id), at=self.at)
        return queries.run(run_id)


class Rejection(AdminAPI):
    permission = "payouts.run"

    @operation("Stop a proposed run; nothing of it is paid", input=ReasonIn, output=RunOut)
    def post(self, _request: Any, run_id: UUID) -> PayoutRun:
        services.reject(run=queries.run(run_id), reason=self.input["reason"], at=self.at)
        return queries.run(run_id)


urlpatterns = [
    path("payout-runs", Runs.as_view()),
    path("payout-runs/preview", Preview.as_view()),
    path("payout-runs/<uuid:run_id>", Run.as_view()),
    path("payout-runs/<uuid:run_id>/approval", Approval.as_view()),
    path("payout-runs/<uuid:run_id>/rejection", Rejection.as_view()),
]
