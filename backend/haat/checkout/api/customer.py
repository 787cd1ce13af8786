"""Checking out: a quote, an order, its payment, and calling it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import path
from rest_framework import serializers

from haat.cart import queries as carts
from haat.cart import services as cart_services
from haat.checkout import services
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.customers import queries as customers
from haat.orders import queries as orders
from haat.orders.api.customer import OrderOut, mine

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.checkout.quote import Quote
    from haat.orders.models import Order


class QuoteIn(Strict):
    address_id = serializers.UUIDField()
    payment_method = serializers.ChoiceField(["razorpay", "cod"])


class OrderIn(QuoteIn):
    expected_total_minor = serializers.IntegerField(
        min_value=0, help_text="The total of the quote that the customer saw"
    )


class QuotedLineOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(source="line.offer_id")
    title = serializers.CharField(source="line.title")
    quantity = serializers.IntegerField(source="line.quantity")
    total = serializers.SerializerMethodField()
    tax = serializers.SerializerMethodField()
    rate_bp = serializers.IntegerField(source="tax.rate_bp")
    rate_source = serializers.CharField()

    def get_total(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.tax.gross_minor, self.context["brand"].currency)

    def get_tax(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.tax.tax_minor, self.context["brand"].currency)


class PackageOut(serializers.Serializer[Any]):
    seller = serializers.CharField(source="seller_name")
    lines = QuotedLineOut(many=True)
    goods = serializers.SerializerMethodField()
    shipping = serializers.SerializerMethodField()
    shipping_reason = serializers.CharField()

    def get_goods(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.goods_minor, self.context["brand"].currency)

    def get_shipping(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.shipping_minor, self.context["brand"].currency)


class QuoteOut(serializers.Serializer[Any]):
    packages = PackageOut(many=True)
    payment_method = serializers.CharField(source="method")
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    cod_fee = MoneyField(source="cod_fee_minor")
    tax_included = MoneyField(source="tax_minor")
    total = MoneyField(source="total_minor")
    problems = serializers.ListField(child=serializers.CharField())


class PaymentOut(serializers.Serializer[Any]):
    provider = serializers.CharField()
    status = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    checkout_url = serializers.CharField(allow_null=True)
    key_id = serializers.CharField(allow_null=True)
    provider_order_id = serializers.CharField(allow_null=True)
    failure = serializers.CharField()
    message = serializers.CharField()


class PlacedOut(serializers.Serializer[Any]):
    order = OrderOut()
    payment = PaymentOut()


class ReturnIn(Strict):
    razorpay_payment_id = serializers.RegexField(r"^pay_[A-Za-z0-9]{14}$")
    razorpay_order_id = serializers.RegexField(r"^order_[A-Za-z0-9]{14}$")
    razorpay_signature = serializers.CharField(max_length=128)


class CancelIn(Strict):
    seller_order = serializers.CharField(required=False, help_text="One seller's part; all of them without it")
    reason = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class CheckoutAPI(CustomerAPI):
    write_limit = "checkout"

    def cart(self) -> Any:
        token = self.request.COOKIES.get(settings.HAAT_GUEST_COOKIE, "")
        return cart_services.current(customer=self.customer, token=token)

    def address(self) -> Any:
        return customers.address_of(customer=self.customer, address_id=self.input["address_id"])


class QuoteView(CheckoutAPI):
    @operation("What the cart costs at an address, every figure of it", input=QuoteIn, output=QuoteOut)
    def post(self, _request: Any) -> Quote:
        view = carts.view(self.cart(), self.brand.currency)
        return services.price(
            brand=self.brand, view=view, address=self.address(), method=self.input["payment_method"], at=self.at
        )


class Orders(CheckoutAPI):
    @operation("My orders, newest first", output=OrderOut, many=True)
    def get(self, _request: Any) -> QuerySet[Order]:
        return mine(self.customer)

    @operation("Order what is in the cart", input=OrderIn, output=PlacedOut, status=201, idempotent=True)
    def post(self, _request: Any) -> dict[str, Any]:
        order = services.place(
            brand=self.brand, customer=self.customer, cart=self.cart(), address=self.address(), method=self.input["payment_method"],
            expected_minor=self.input["expected_total_minor"], idempotency_key=self.idempotency_key,
            contact=customers.contact(self.customer), at=self.at,
        )  # fmt: skip
        return {"order": order, "payment": services.payment_view(brand=self.brand, order=order)}


class Payments(CheckoutAPI):
    @operation("Try again to pay an order", output=PaymentOut)
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        order = orders.customer_order(customer=self.customer, number=number)
        return services.pay_again(brand=self.brand, order=order, at=self.at)


class Confirmation(CheckoutAPI):
    @operation("Hand over what the provider's checkout gave to the browser", input=ReturnIn, output=OrderOut)
    def post(self, _request: Any, number: str) -> Order:
        order = orders.customer_order(customer=self.customer, number=number)
        return services.confirm_from_browser(order=order, fields=self.input, at=self.at)


class Cancellation(CheckoutAPI):
    @operation(
        "Call off an order, or one seller's part, before it ships", input=CancelIn, output=OrderOut, idempotent=True
    )
    def post(self, _request: Any, number: str) -> Order:
        order = orders.customer_order(customer=self.customer, number=number)
        return services.cancel(
            order=order, part_number=self.input.get("seller_order"), reason=self.input["reason"], at=self.at
        )


urlpatterns = [
    path("checkout/quote", QuoteView.as_view()),
    path("orders", Orders.as_view()),
    path("orders/<str:number>/payments", Payments.as_view()),
    path("orders/<str:number>/payment-confirmation", Confirmation.as_view()),
    path("orders/<str:number>/cancellation", Cancellation.as_view()),
]
