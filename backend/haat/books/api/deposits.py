"""Deposits of tax: what a month owes, what was paid of it, and writing that down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.books import owed, reports, services
from haat.books.api.reporting import MonthIn
from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation

if TYPE_CHECKING:
    from uuid import UUID

    from haat.books.models import TaxDeposit

TAXES = ["tcs", "tds", "output"]


class OwedOut(serializers.Serializer[Any]):
    tax = serializers.ChoiceField(TAXES, help_text="output is the tax on the brand's own fees")
    title = serializers.CharField()
    owed = MoneyField(source="owed_minor", help_text="Below zero when more came back than was sold")
    deposited = MoneyField(source="deposited_minor")
    left = MoneyField(source="left_minor")


class DepositOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    tax = serializers.ChoiceField(TAXES)
    month = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    credit = MoneyField(source="credit_minor", help_text="Set off against tax that the brand paid itself")
    reference = serializers.CharField()
    paid_on = serializers.DateField()
    recorded_by = serializers.CharField(source="recorded_name", allow_null=True)
    recorded_at = serializers.DateTimeField()
    reversed_by = serializers.CharField(source="reversed_name", allow_null=True)
    reversed_at = serializers.DateTimeField(allow_null=True)
    reverse_reason = serializers.CharField()


class DepositsOut(serializers.Serializer[Any]):
    month = serializers.CharField()
    taxes = OwedOut(many=True)
    input_credit = MoneyField(source="input_credit_minor", help_text="Of the tax on own fees so much can be set off")
    deposits = DepositOut(many=True)


class DepositIn(Strict):
    tax = serializers.ChoiceField(TAXES)
    month = serializers.CharField(max_length=7, help_text="Such as 2026-10")
    amount_minor = serializers.IntegerField(min_value=0, help_text="Out of the bank")
    credit_minor = serializers.IntegerField(min_value=0, default=0, help_text="Set off; only of the tax on own fees")
    reference = serializers.RegexField(
        r"^[A-Za-z0-9 ./_-]+$", max_length=60, help_text="Of the challan: the same is recorded once"
    )
    paid_on = serializers.DateField()


class ReverseIn(Strict):
    reason = serializers.CharField(max_length=200)


class Deposits(AdminAPI):
    permissions_by_method = {"GET": "reports.read", "POST": "tax.deposit"}

    @operation("What a month owes of each tax, and what was deposited", filters=MonthIn, output=DepositsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        month = reports.month(self.filters["month"], self.brand)
        return {
            "month": month.text, "taxes": owed.owed_of(month), "deposits": owed.deposits(month), "currency": month.currency,
            "input_credit_minor": max(owed.input_credit(month.currency), 0),
        }  # fmt: skip

    @operation(
        "Write down that tax was deposited",
        input=DepositIn,
        output=DepositOut,
        status=201,
        idempotent=True,
        step_up=True,
    )
    def post(self, _request: Any) -> TaxDeposit:
        facts = self.input | {"month": reports.month(self.input["month"], self.brand)}
        return owed.deposit(services.deposit_tax(at=self.at, **facts).pk)


class Reversal(AdminAPI):
    permission = "tax.deposit"

    @operation("Take a deposit back that was written down wrongly", input=ReverseIn, output=DepositOut, step_up=True)
    def post(self, _request: Any, deposit_id: UUID) -> TaxDeposit:
        services.reverse_deposit(row=owed.deposit(deposit_id), reason=self.input["reason"], at=self.at)
        return owed.deposit(deposit_id)


urlpatterns = [
    path("tax-deposits", Deposits.as_view()),
    path("tax-deposits/<uuid:deposit_id>/reversal", Reversal.as_view()),
]
