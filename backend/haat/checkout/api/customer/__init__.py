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
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.customers import queries as customers
from haat.orders.api.customer import OrderOut, mine

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.checkout.quote import Quote
    from haat.orders.models import Order


class QuoteIn(Strict):
    address_id = serializers.UUIDField()
    payment_method = serializers.ChoiceField(["razorpay", "cod"])


class GiftOut(serializers.Serializer[Any]):
    last4 = serializers.CharField()
    balance = serializers.SerializerMethodField()
    pays = serializers.SerializerMethodField(help_text="Of what the brand itself sells")

    def get_balance(self, gift: Any) -> dict[str, Any] | None:
        return money_dict(gift.balance_minor, self.context["brand"].currency)

    def get_pays(self, gift: Any) -> dict[str, Any] | None:
        return money_dict(gift.minor, self.context["brand"].currency)


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


class SavingOut(serializers.Serializer[Any]):
    name = serializers.CharField(source="rule.name")
    code = serializers.CharField(help_text="Empty for a promotion without a code")
    sentence = serializers.CharField()
    amount = serializers.SerializerMethodField()

    def get_amount(self, saving: Any) -> dict[str, Any] | None:
        return money_dict(saving.minor, self.context["brand"].currency)


class RefusalOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    reason = serializers.CharField(help_text="A word for programs, such as expired or minimum_not_reached")
    sentence = serializers.CharField()
    missing = serializers.SerializerMethodField(help_text="What is left to spend; null when that is not the reason")

    def get_missing(self, refusal: Any) -> dict[str, Any] | None:
        return money_dict(refusal.missing_minor or None, self.context["brand"].currency)


class ReasonOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    amount = serializers.SerializerMethodField()
    sentence = serializers.CharField()

    def get_amount(self, reason: Any) -> dict[str, Any] | None:
        return money_dict(reason.minor, self.context["brand"].currency)


class QuotedLineOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(source="line.offer_id")
    title = serializers.CharField(source="line.title")
    quantity = serializers.IntegerField(source="line.quantity")
    total = serializers.SerializerMethodField(help_text="Price times quantity, before discounts")
    discount = serializers.SerializerMethodField()
    paid = serializers.SerializerMethodField()
    tax = serializers.SerializerMethodField()
    rate_bp = serializers.IntegerField(source="tax.rate_bp")
    rate_source = serializers.CharField()

    def get_total(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.line.gross_minor, self.context["brand"].currency)

    def get_discount(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.discount_minor, self.context["brand"].currency)

    def get_paid(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.paid_minor, self.context["brand"].currency)

    def get_tax(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.tax.tax_minor, self.context["brand"].currency)


class PackageOut(serializers.Serializer[Any]):
    seller = serializers.CharField(source="seller_name")
    lines = QuotedLineOut(many=True)
    goods = serializers.SerializerMethodField()
    discount = serializers.SerializerMethodField()
    shipping = serializers.SerializerMethodField()
    shipping_reason = serializers.CharField()

    def get_goods(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.goods_minor, self.context["brand"].currency)

    def get_discount(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.discount_minor, self.context["brand"].currency)

    def get_shipping(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.shipping_minor, self.context["brand"].currency)


class EstimateOut(serializers.Serializer[Any]):
    tax_name = serializers.CharField()
    packages = PackageOut(many=True)
    goods = MoneyField(source="goods_minor")
    discount = MoneyField(source="discount_minor")
    savings = SavingOut(many=True)
    refusals = RefusalOut(many=True)
    shipping = MoneyField(source="shipping_minor")
    total = MoneyField(source="total_minor")


class QuoteOut(EstimateOut):
    payment_method = serializers.CharField(source="method")
    cod_fee = MoneyField(source="cod_fee_minor")
    tax_included = MoneyField(source="tax_minor")
    reasons = ReasonOut(many=True)
    problems = serializers.ListField(child=serializers.CharField())
    gift_card = GiftOut(source="gift", allow_null=True)
    to_pay = MoneyField(source="to_pay_minor", help_text="What is left beside the gift card")
    takes_gift_cards = serializers.SerializerMethodField()

    def get_takes_gift_cards(self, _quote: Any) -> bool:
        return bool(self.context["brand"].policy("gift_cards", False))


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

    @operation("What the cart costs before an address is known, with its discounts", output=EstimateOut)
    def get(self, _request: Any) -> Quote:
        view = carts.view(self.cart(with_lines=True), self.brand.currency, pictures=False)
        return services.estimate(brand=self.brand, view=view, customer=self.customer, at=self.at)


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
