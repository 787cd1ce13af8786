"""Checking out: a quote, an order, its payment, and calling it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import path
from rest_framework import serializers

from haat.cart import queries as carts
from haat.cart import services as cart_services
from haat.checkout import services
from haat.checkout.api.customer.calling_off import urlpatterns as calling_off
from haat.checkout.api.customer.paying import TOTAL_MAX_MINOR, PaymentOut
from haat.checkout.api.customer.paying import urlpatterns as paying
from haat.checkout.api.customer.shapes import EstimateOut, QuoteOut
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.customers import queries as customers
from haat.orders.api.customer import OrderOut, mine
from haat.shipping import queries as shipping

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.checkout.quote import Quote
    from haat.orders.models import Order


class QuoteIn(Strict):
    address_id = serializers.UUIDField()
    payment_method = serializers.ChoiceField(["razorpay", "cod"])


class OrderIn(QuoteIn):
    expected_gift_card_minor = serializers.IntegerField(
        required=False, default=None, allow_null=True, min_value=0, max_value=TOTAL_MAX_MINOR,
        help_text="What the gift card would pay, as the customer saw it",
    )  # fmt: skip
    expected_total_minor = serializers.IntegerField(
        min_value=0, max_value=TOTAL_MAX_MINOR, help_text="The total of the quote that the customer saw"
    )


class CodeIn(Strict):
    code = serializers.CharField(max_length=40)


class PlaceIn(Strict):
    pin = serializers.CharField(required=False, allow_blank=True, default="", max_length=6)
    region = serializers.CharField(
        required=False,
        allow_blank=True,
        default="",
        max_length=2,
        help_text="State or emirate; where there are no post codes",
    )


class PlacedOut(serializers.Serializer[Any]):
    order = OrderOut()
    payment = PaymentOut()


class CheckoutAPI(CustomerAPI):
    write_limit = "checkout"

    def cart(self, *, with_lines: bool = False) -> Any:
        token = self.request.COOKIES.get(settings.HAAT_GUEST_COOKIE, "")
        return cart_services.current(customer=self.customer, token=token, with_lines=with_lines)

    def address(self) -> Any:
        return customers.address_of(customer=self.customer, address_id=self.input["address_id"])


class QuoteView(CheckoutAPI):
    @operation("What the cart costs at an address, every figure of it", input=QuoteIn, output=QuoteOut)
    def post(self, _request: Any) -> Quote:
        view = carts.view(self.cart(with_lines=True), self.brand.currency, pictures=False)
        return services.at_address(
            brand=self.brand, view=view, customer=self.customer, address=self.address(), method=self.input["payment_method"],
            at=self.at,
        )  # fmt: skip


class Estimate(CheckoutAPI):
    login_required = False

    @operation(
        "What the cart costs before an address is known, with its discounts", filters=PlaceIn, output=EstimateOut
    )
    def get(self, _request: Any) -> Quote:
        named = any(self.filters.values())
        where = shipping.place_of(self.brand, **self.filters) if named else None
        view = carts.view(self.cart(with_lines=True), self.brand.currency, pictures=False)
        return services.estimate(brand=self.brand, view=view, customer=self.customer, at=self.at, where=where)


class Codes(CheckoutAPI):
    write_limit = "coupons"  # guessing codes is not worth it
    login_required = False

    @operation("Use a coupon code on the cart", input=CodeIn, output=EstimateOut)
    def post(self, _request: Any) -> Quote:
        cart = self.cart(with_lines=True)
        view = carts.view(cart, self.brand.currency, pictures=False)
        return services.enter_code(
            brand=self.brand, cart=cart, view=view, customer=self.customer, code=self.input["code"], at=self.at
        )


class OneCode(CheckoutAPI):
    login_required = False

    @operation("Take a coupon code out of the cart")
    def delete(self, _request: Any, code: str) -> None:
        services.remove_code(cart=self.cart(), code=code)


class GiftCardView(CheckoutAPI):
    write_limit = "gift_codes"  # guessing is not worth it

    @operation("Pay with a gift card, as far as it goes", input=CodeIn)
    def post(self, _request: Any) -> None:
        services.enter_card(cart=self.cart(), code=self.input["code"], at=self.at)

    @operation("Do not pay with the gift card")
    def delete(self, _request: Any) -> None:
        services.remove_card(cart=self.cart())


class Orders(CheckoutAPI):
    @operation("My orders, newest first", output=OrderOut, many=True)
    def get(self, _request: Any) -> QuerySet[Order]:
        return mine(self.customer)

    @operation("Order what is in the cart", input=OrderIn, output=PlacedOut, status=201, idempotent=True)
    def post(self, _request: Any) -> dict[str, Any]:
        order = services.place(
            brand=self.brand, customer=self.customer, cart=self.cart(with_lines=True), address=self.address(), method=self.input["payment_method"],
            expected_minor=self.input["expected_total_minor"], idempotency_key=self.idempotency_key,
            expected_card_minor=self.input["expected_gift_card_minor"],
            contact=customers.contact(self.customer), at=self.at,
        )  # fmt: skip
        return {"order": order, "payment": services.payment_view(brand=self.brand, order=order)}


urlpatterns = [
    path("checkout/quote", QuoteView.as_view()),
    path("checkout/estimate", Estimate.as_view()),
    path("checkout/codes", Codes.as_view()),
    path("checkout/codes/<str:code>", OneCode.as_view()),
    path("checkout/gift-card", GiftCardView.as_view()),
    path("orders", Orders.as_view()),
    *paying,
    *calling_off,
]
