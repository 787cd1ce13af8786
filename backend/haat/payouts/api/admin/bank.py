"""Files for the bank, and its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.payouts import queries, services
from haat.payouts.api.shapes import WayOut

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payouts.models import BankBatch

CSV_CHARACTERS_MAX = 2_000_000


class BankLineOut(WayOut):
    seller = serializers.CharField(source="payout.seller.name")
    payout = serializers.CharField(source="payout.number")
    payout_id = serializers.UUIDField()
    beneficiary = serializers.CharField()
    ifsc = serializers.CharField()


class BatchRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    layout = serializers.CharField()
    sha256 = serializers.CharField()
    total = MoneyField(source="total_minor")
    lines_count = serializers.IntegerField()
    open_count = serializers.IntegerField(help_text="Lines that the bank has not answered")
    failed_count = serializers.IntegerField()
    downloads = serializers.IntegerField()
    made_by = serializers.CharField(source="made_name", allow_null=True)
    made_at = serializers.DateTimeField()


class BatchOut(BatchRowOut):
    lines = BankLineOut(many=True)


class FileOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()
    sha256 = serializers.CharField()


class AnswerIn(Strict):
    csv = serializers.CharField(max_length=CSV_CHARACTERS_MAX, trim_whitespace=False)


class AnswerOut(serializers.Serializer[Any]):
    paid = serializers.IntegerField()
    failed = serializers.IntegerField()
    known = serializers.IntegerField(help_text="Lines whose end was known before")
    problems = serializers.ListField(child=serializers.CharField())


class MarkIn(Strict):
    paid = serializers.BooleanField()
    utr = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)
    reason = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class Waiting(AdminAPI):
    permission = "payouts.read"

    @operation("What waits for a bank file", output=BankLineOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.for_the_bank()


class Batches(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "POST": "payouts.run"}

    @operation("Bank files, newest first", output=BatchRowOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.batches()

    @operation(
        "Make a file of everything that waits for the bank", output=BatchOut, status=201, idempotent=True, step_up=True
    )
    def post(self, _request: Any) -> BankBatch:
        return queries.batch(services.make_batch(at=self.at).pk)


class Batch(AdminAPI):
    permission = "payouts.read"

    @operation("One bank file with its lines", output=BatchOut)
    def get(self, _request: Any, batch_id: UUID) -> BankBatch:
        return queries.batch(batch_id)


class File(AdminAPI):
    permission = "payouts.run"

    @operation("Take the file; that you took it is noted", output=FileOut, step_up=True)
    def post(self, _request: Any, batch_id: UUID) -> dict[str, str]:
        batch = queries.batch(batch_id)
        name, csv = services.take(batch=batch)
        return {"name": name, "csv": csv, "sha256": batch.sha256}


class Answer(AdminAPI):
    permission = "payouts.run"

    @operation("Read the bank's answer file", input=AnswerIn, output=AnswerOut, step_up=True)
    def post(self, _request: Any, batch_id: UUID) -> Any:
        return services.answer(batch=queries.batch(batch_id), csv=self.input["csv"], at=self.at)


class Outcome(AdminAPI):
    permission = "payouts.run"

    @operation("Say what became of one line", input=MarkIn, output=BankLineOut, step_up=True)
    def post(self, _request: Any, disbursement_id: UUID) -> Any:
        facts = {"is_paid": self.input["paid"], "utr": self.input["utr"], "reason": self.input["reason"]}
        services.mark(row=queries.bank_line(disbursement_id), at=self.at, **facts)
        return queries.bank_line(disbursement_id)


urlpatterns = [
    path("bank-lines", Waiting.as_view()),
    path("bank-files", Batches.as_view()),
    path("bank-files/<uuid:batch_id>", Batch.as_view()),
    path("bank-files/<uuid:batch_id>/file", File.as_view()),
    path("bank-files/<uuid:batch_id>/answer", Answer.as_view()),
    path("bank-lines/<uuid:disbursement_id>/outcome", Outcome.as_view()),
]
