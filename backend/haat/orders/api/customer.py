"""The customer's own orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField
from haat.core.api.operation import operation
from haat.orders import queries
from haat.orders.api.shapes import AddressOut, AppliedOut, LineOut, SellerNameOut, TimelineOut
from haat.orders.paying import HOW

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.orders.models import Order


class PartOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    status = serializers.CharField()
    seller = SellerNameOut()
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    discount = MoneyField(source="discount_minor")
    total = MoneyField(source="total_minor")
    cancelled = MoneyField(source="called_off_minor", help_text="Of the total, what was called off before shipping")
    lines = LineOut(many=True)
    shipped_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    return_until = serializers.DateTimeField(allow_null=True)
    end_reason = serializers.CharField()
    actions = serializers.SerializerMethodField()

    def get_actions(self, part: Any) -> list[str]:
        if part.status == "awaiting_payment":
            return ["cancel"]
        return ["cancel", "cancel_lines"] if part.can_be_cancelled else []


class OrderOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    status = serializers.CharField()
    payment_method = serializers.CharField()
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    cod_fee = MoneyField(source="cod_fee_minor")
    discount = MoneyField(source="discount_minor")
    discounts = AppliedOut(many=True)
    total = MoneyField(source="total_minor")
    cancelled = MoneyField(source="called_off_minor", help_text="Of the total, what was called off or never arrived")
    left = MoneyField(source="kept_minor", help_text="The total without them")
    gift_card = MoneyField(source="kept_card_minor", help_text="Of what is left, what a gift card paid")
    due = MoneyField(source="due_minor", help_text="What is paid beside it for what was not called off")
    paid = MoneyField(
        source="received_minor", help_text="Of what is due, what was paid: online, or in cash as parcels arrived"
    )
    to_pay = MoneyField(source="open_minor", help_text="Of what is due, what is still to be paid")
    how_paid = serializers.ChoiceField(HOW)
    created_at = serializers.DateTimeField(source="created_for")
    placed_at = serializers.DateTimeField(allow_null=True)
    reserved_until = serializers.DateTimeField()
    address = serializers.SerializerMethodField()
    parts = PartOut(many=True)
    timeline = TimelineOut(many=True)
    actions = serializers.SerializerMethodField()

    def get_address(self, order: Any) -> dict[str, Any]:
        return dict(AddressOut(queries.address_of(order)).data)

    def get_actions(self, order: Any) -> list[str]:
        if order.status == "awaiting_payment":
            return ["pay", "cancel"]
        return ["cancel"] if any(part.can_be_cancelled for part in order.parts.all()) else []


class OrderDetail(CustomerAPI):
    @operation("One of my orders", output=OrderOut)
    def get(self, _request: Any, number: str) -> Order:
        return queries.customer_order(customer=self.customer, number=number)


def mine(customer: Any) -> QuerySet[Order]:
    return queries.customer_orders(customer=customer)


urlpatterns = [path("orders/<str:number>", OrderDetail.as_view())]
