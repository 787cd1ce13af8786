"""Stock of a product as the brand's staff see it: every seller, every place."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField
from haat.core.api.operation import operation
from haat.inventory import queries
from haat.inventory.api.shapes import PlaceCountOut


class SellerRefOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="pk")
    name = serializers.CharField()


class ProductStockRowOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(source="offer.pk")
    sku = serializers.CharField(source="offer.variant.sku")
    options = serializers.CharField(source="offer.variant.label")
    seller = SellerRefOut(source="offer.seller")
    status = serializers.CharField(source="offer.status")
    price = MoneyField(source="price_minor")
    kind = serializers.CharField()
    available = serializers.IntegerField()
    on_hand = serializers.IntegerField()
    reserved = serializers.IntegerField()
    low_stock = serializers.BooleanField()
    places = PlaceCountOut(many=True)


class ProductStockOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="product.pk")
    title = serializers.CharField(source="product.title")
    status = serializers.CharField(source="product.status")
    available = serializers.IntegerField()
    offers = ProductStockRowOut(many=True)


class ProductStock(AdminAPI):
    permission = "products.read"

    @operation("What there is of a product, seller by seller and place by place", output=ProductStockOut)
    def get(self, _request: Any, product_id: Any) -> Any:
        return queries.product_stock(product_id=product_id)


urlpatterns = [path("products/<uuid:product_id>/stock", ProductStock.as_view())]
