"""Paying an order that waits for its payment: online once more, or in cash after all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.checkout import services
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.orders.api.customer import OrderOut

if TYPE_CHECKING:
    from haat.orders.models import Order

TOTAL_MAX_MINOR = 10**15


class PaymentOut(serializers.Serializer[Any]):
    provider = serializers.CharField()
    status = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    checkout_url = serializers.CharField(allow_null=True)
    key_id = serializers.CharField(allow_null=True)
    provider_order_id = serializers.CharField(allow_null=True)
    failure = serializers.CharField()
    message = serializers.CharField()


class ReturnIn(Strict):
    razorpay_payment_id = serializers.RegexField(r"^pay_[A-Za-z0-9]{14}$")
    razorpay_order_id = serializers.RegexField(r"^order_[A-Za-z0-9]{14}$")
    razorpay_signature = serializers.CharField(max_length=128)


class CashIn(Strict):
    expected_total_minor = serializers.IntegerField(
        min_value=0, max_value=TOTAL_MAX_MINOR, help_text="The total in cash that the customer saw"
    )


class CashOut(serializers.Serializer[Any]):
    problems = serializers.ListField(child=serializers.CharField(), help_text="Why it cannot be; empty when it can")
    cod_fee = MoneyField(source="fee_minor")
    total = MoneyField(source="total_minor")
    to_pay = MoneyField(source="to_pay_minor", help_text="At the door, beside a gift card")


class PayingAPI(CustomerAPI):
    write_limit = "checkout"


class Payments(PayingAPI):
    @operation("Try again to pay an order", output=PaymentOut)
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        order = orders.customer_order_row(customer=self.customer, number=number)
        return services.pay_again(brand=self.brand, order=order, at=self.at)


class Cash(PayingAPI):
    @operation("What an order that waits for its payment would come to in cash", output=CashOut)
    def get(self, _request: Any, number: str) -> services.InCash:
        order = orders.customer_order_row(customer=self.customer, number=number)
        return services.in_cash(brand=self.brand, order=order)

    @operation("Pay an order that waits for its payment in cash", input=CashIn, output=OrderOut)
    def post(self, _request: Any, number: str) -> Order:
        order = orders.customer_order_row(customer=self.customer, number=number)
        return services.pay_in_cash(
            brand=self.brand, order=order, expected_minor=self.input["expected_total_minor"], at=self.at
        )


class Confirmation(PayingAPI):
    @operation("Hand over what the provider's checkout gave to the browser", input=ReturnIn, output=OrderOut)
    def post(self, _request: Any, number: str) -> Order:
        order = orders.customer_order_row(customer=self.customer, number=number)
        return services.confirm_from_browser(order=order, fields=self.input, at=self.at)


urlpatterns = [
    path("orders/<str:number>/payments", Payments.as_view()),
    path("orders/<str:number>/cash", Cash.as_view()),
    path("orders/<str:number>/payment-confirmation", Confirmation.as_view()),
]
