"""A seller's parts of orders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.orders import queries
from haat.orders.api.shapes import AddressOut, DiscountOut, TaxedLineOut, TimelineOut
from haat.orders.paying import HOW

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.orders.models import SellerOrder

ACTIONS = {
    "placed": ["accept", "decline", "cancel_lines"],
    "accepted": ["pack", "ship", "decline", "cancel_lines"],
    "packed": ["ship", "decline", "cancel_lines"],
    "shipped": ["deliver"],
}


class Filters(Strict):
    status = serializers.CharField(required=False, help_text="One or more states, separated by commas")
    q = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)
    sort = serializers.CharField(required=False)
    order = serializers.ChoiceField(["asc", "desc"], required=False)


class PartRowOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    status = serializers.CharField()
    payment_method = serializers.CharField(source="order.payment_method")
    how_paid = serializers.ChoiceField(HOW)
    placed_at = serializers.DateTimeField(allow_null=True)
    items = serializers.SerializerMethodField()
    first_title = serializers.SerializerMethodField()
    total = MoneyField(source="total_minor")
    cancelled = MoneyField(source="called_off_minor", help_text="Of the total, what was called off before shipping")
    actions = serializers.SerializerMethodField()

    def get_items(self, part: Any) -> int:
        bought: int = sum(line.quantity for line in part.lines.all())
        return bought - int(part.called_off_units)

    def get_first_title(self, part: Any) -> str:
        return next((line.title for line in part.lines.all()), "")

    def get_actions(self, part: Any) -> list[str]:
        return ACTIONS.get(part.status, [])


class PartDetailOut(PartRowOut):
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    shipping_discounts = DiscountOut(many=True)
    discount = MoneyField(source="discount_minor")
    brand_discount = MoneyField(source="brand_discount_minor", help_text="What the brand pays of the discount")
    lines = TaxedLineOut(many=True)
    ship_to = serializers.SerializerMethodField()
    place_of_supply = serializers.CharField(source="order.place_of_supply")
    accepted_at = serializers.DateTimeField(allow_null=True)
    shipped_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    return_until = serializers.DateTimeField(allow_null=True)
    end_reason = serializers.CharField()
    timeline = serializers.SerializerMethodField()

    def get_ship_to(self, part: Any) -> dict[str, Any]:
        return dict(AddressOut(queries.address_of(part.order)).data)

    def get_timeline(self, part: Any) -> list[dict[str, Any]]:
        """The order's history without what rivals did in their parts."""
        rows = [row for row in part.order.timeline.all() if row.part_id in {None, part.pk}]
        return list(TimelineOut(rows, many=True).data)


class CountsOut(serializers.Serializer[Any]):
    counts = serializers.DictField(child=serializers.IntegerField())


class Parts(SellerAPI):
    permission = "orders.read"
    sorts = {"placed_at": "placed_at", "total": "total_minor", "number": "number"}

    @operation("My parts of orders, newest first", output=PartRowOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[SellerOrder]:
        return queries.seller_parts(
            seller=self.seller, status=self.filters.get("status", ""), text=self.filters.get("q", "")
        )


class PartCounts(SellerAPI):
    permission = "orders.read"

    @operation("How many of my parts are in each state", output=CountsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return {"counts": queries.seller_counts(seller=self.seller)}


class PartDetail(SellerAPI):
    permission = "orders.read"

    @operation("One of my parts", output=PartDetailOut)
    def get(self, _request: Any, number: str) -> SellerOrder:
        return queries.seller_part(seller=self.seller, number=number)


urlpatterns = [
    path("orders", Parts.as_view()),
    path("orders/counts", PartCounts.as_view()),
    path("orders/<str:number>", PartDetail.as_view()),
]
