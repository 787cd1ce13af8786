"""The visitor's cart, of a guest by cookie or of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import path
from rest_framework import serializers

from haat.cart import queries, services
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.core.ids import new_token

if TYPE_CHECKING:
    from uuid import UUID

    from haat.cart.models import Cart


class AddIn(Strict):
    offer_id = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1, max_value=services.QUANTITY_MAX, default=1)


class QuantityIn(Strict):
    quantity = serializers.IntegerField(min_value=1, max_value=services.QUANTITY_MAX)


class SellerOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class CartProductOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    image = serializers.CharField(allow_null=True)


class OptionOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class CartLineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    offer_id = serializers.UUIDField(source="offer.pk")
    product = serializers.SerializerMethodField()
    options = OptionOut(source="offer.variant.options", many=True)
    seller = SellerOut(source="offer.seller")
    quantity = serializers.IntegerField()
    left = serializers.IntegerField()
    unit_price = serializers.SerializerMethodField()
    mrp = serializers.SerializerMethodField()
    total = MoneyField(source="total_minor")
    notices = serializers.ListField(child=serializers.CharField())
    problem = serializers.CharField()

    def get_product(self, line: Any) -> dict[str, Any]:
        product = line.offer.variant.product
        return {"slug": product.slug, "title": product.title, "image": line.offer.image_url}

    def get_unit_price(self, line: Any) -> dict[str, Any] | None:
        return money_dict(line.offer.price_minor, line.currency)

    def get_mrp(self, line: Any) -> dict[str, Any] | None:
        return money_dict(line.offer.mrp_minor, line.currency)


class CartOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(allow_null=True)
    count = serializers.IntegerField()
    lines = CartLineOut(many=True)
    goods = MoneyField(source="goods_minor")
    is_buyable = serializers.BooleanField()


class CartAPI(CustomerAPI):
    login_required = False

    @property
    def token(self) -> str:
        return str(self.request.COOKIES.get(settings.HAAT_GUEST_COOKIE, ""))

    def cart(self, *, with_lines: bool = False) -> Cart | None:
        return services.current(customer=self.customer, token=self.token, with_lines=with_lines)

    def view(self, cart: Cart | None) -> queries.CartView:
        return queries.view(cart, self.brand.currency)


class CartDetail(CartAPI):
    @operation("The cart with today's prices and stock", output=CartOut)
    def get(self, _request: Any) -> queries.CartView:
        return self.view(self.cart(with_lines=True))


class Lines(CartAPI):
    @operation("Put an offer into the cart", input=AddIn, output=CartOut, status=201)
    def post(self, _request: Any) -> queries.CartView:
        token = self.token
        if not token and self.customer is None:
            token = new_token()
            self.cookies[settings.HAAT_GUEST_COOKIE] = token
        return services.add(
            cart=self.cart(with_lines=True),
            customer=self.customer,
            token=token,
            currency=self.brand.currency,
            **self.input,
        )


class Line(CartAPI):
    @operation("Change how many", input=QuantityIn, output=CartOut)
    def patch(self, _request: Any, line_id: UUID) -> queries.CartView:
        cart = self.cart()
        services.set_quantity(cart=cart, line_id=line_id, quantity=self.input["quantity"])
        return self.view(cart)

    @operation("Take a line out of the cart", output=CartOut)
    def delete(self, _request: Any, line_id: UUID) -> queries.CartView:
        cart = self.cart()
        services.remove(cart=cart, line_id=line_id)
        return self.view(cart)


urlpatterns = [
    path("cart", CartDetail.as_view()),
    path("cart/lines", Lines.as_view()),
    path("cart/lines/<uuid:line_id>", Line.as_view()),
]
