"""Every return of the brand: what was brought before it, what it overrides, what it gives, and refunds that it pays by bank."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict, money_dict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.returns import queries, services
from haat.returns.api.shapes import AnswerIn, CreditMoneyOut, ReceiptIn, RefusalIn, ReturnOut, counted

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.orders.models import Credit
    from haat.payments.models import Refund
    from haat.returns.models import Return

GOODWILL_ALONE_MINOR_MAX = 10_000_00  # more than this only after a second factor
ACTIONS = {"requested": ["approve", "reject"], "approved": ["receive"], "picked_up": ["receive"]}


class Filters(Strict):
    status = serializers.CharField(required=False, help_text="escalated, open, or states separated by commas")
    q = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class BrandReturnOut(ReturnOut):
    customer = serializers.CharField(source="part.order.contact_name")
    actions = serializers.SerializerMethodField()

    def get_actions(self, row: Any) -> list[str]:
        return ACTIONS.get(row.status, [])


class Returns(AdminAPI):
    permission = "orders.read"

    @operation("Every return, exchange and claim, newest first", output=BrandReturnOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[Return]:
        return queries.brand_returns(status=self.filters.get("status", ""), text=self.filters.get("q", ""))


class OneReturn(AdminAPI):
    permission = "orders.read"

    @operation("One return, exchange or claim", output=BrandReturnOut)
    def get(self, _request: Any, number: str) -> Return:
        return queries.brand_return(number=number)


class Approval(AdminAPI):
    permission = "returns.decide"

    @operation("Agree, whatever the seller says", input=AnswerIn, output=BrandReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        found = queries.brand_return(number=number)
        services.approve(found=found, answer=self.input["answer"], by_brand=True, at=self.at)
        return queries.brand_return(number=number)


class Rejection(AdminAPI):
    permission = "returns.decide"

    @operation("Refuse for good", input=RefusalIn, output=BrandReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        found = queries.brand_return(number=number)
        services.reject(found=found, answer=self.input["answer"], by_brand=True, at=self.at)
        return queries.brand_return(number=number)


class Receipt(AdminAPI):
    permission = "returns.decide"

    @operation("It arrived, counted for the seller", input=ReceiptIn, output=BrandReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        found = queries.brand_return(number=number)
        services.receive(found=found, counts=counted(self.input["lines"]), at=self.at)
        return queries.brand_return(number=number)


class GoodwillIn(Strict):
    line_id = serializers.UUIDField()
    amount_minor = serializers.IntegerField(min_value=100)
    paid_by = serializers.ChoiceField(["seller", "brand"])
    reason = serializers.CharField(max_length=200)


class Goodwill(AdminAPI):
    permission = "returns.decide"

    @operation(
        "Give back a part of a price; the goods stay",
        input=GoodwillIn,
        output=CreditMoneyOut,
        status=201,
        idempotent=True,
    )
    def post(self, _request: Any, number: str) -> Credit:
        if self.input["amount_minor"] > GOODWILL_ALONE_MINOR_MAX:
            self.identity.require_proof(self.at)
        part = orders.brand_part(number=number)
        return services.give(part=part, key=self.idempotency_key, at=self.at, **self.input)


class BankFilters(Strict):
    status = serializers.ChoiceField(["pending", "processed", "failed"], required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class BankRefundOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    status = serializers.CharField()
    reference_number = serializers.CharField()
    reason = serializers.CharField()
    amount = serializers.SerializerMethodField()
    is_by_bank = serializers.BooleanField()
    failure = serializers.CharField()
    bank_reference = serializers.CharField()
    created_at = serializers.DateTimeField()
    processed_at = serializers.DateTimeField(allow_null=True)
    payee = serializers.SerializerMethodField(help_text="Where it goes; empty until the customer said it")

    def get_amount(self, refund: Any) -> dict[str, Any] | None:
        return money_dict(refund.amount_minor, refund.payment.currency)

    def get_payee(self, refund: Any) -> dict[str, str]:
        row = payments.payees([refund.payment.reference]).get(refund.payment.reference)
        return {"kind": row.kind, **json.loads(row.details)} if row and row.details else {}


class BankRefunds(AdminAPI):
    permission = "refunds.pay"

    @operation("Refunds that staff pays by bank", output=BankRefundOut, filters=BankFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Refund]:
        return payments.bank_refunds(status=self.filters.get("status", ""))


class BankPaymentIn(Strict):
    bank_reference = serializers.RegexField(
        r"^[A-Za-z0-9/-]{6,60}$", error_messages={"invalid": "The bank's reference, such as a UTR: letters and digits."}
    )


class BankPayment(AdminAPI):
    permission = "refunds.pay"

    @operation("I paid it", input=BankPaymentIn, output=BankRefundOut, idempotent=True, step_up=True)
    def post(self, _request: Any, refund_id: UUID) -> Refund:
        refund = payments.bank_refund(refund_id)
        payment_services.mark_paid(refund=refund, bank_reference=self.input["bank_reference"], at=self.at)
        return payments.bank_refund(refund_id)


class TakeOver(AdminAPI):
    permission = "refunds.pay"

    @operation("Pay by bank what the provider cannot refund", output=BankRefundOut, idempotent=True, step_up=True)
    def post(self, _request: Any, refund_id: UUID) -> Refund:
        payment_services.pay_by_bank(refund=payments.bank_refund(refund_id))
        return payments.bank_refund(refund_id)


urlpatterns = [
    path("returns", Returns.as_view()),
    path("returns/<str:number>", OneReturn.as_view()),
    path("returns/<str:number>/approval", Approval.as_view()),
    path("returns/<str:number>/rejection", Rejection.as_view()),
    path("returns/<str:number>/receipt", Receipt.as_view()),
    path("seller-orders/<str:number>/goodwill", Goodwill.as_view()),
    path("refunds/bank", BankRefunds.as_view()),
    path("refunds/<uuid:refund_id>/bank-payment", BankPayment.as_view()),
    path("refunds/<uuid:refund_id>/take-over", TakeOver.as_view()),
]
