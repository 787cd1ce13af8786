"""One product with every offer on it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.fields import MoneyField
from haat.core.api.operation import operation
from haat.search import queries
from haat.search.api.customer.shapes import CardOut, ImageOut, NamedOut


class PairOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class OfferOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="offer.pk")
    seller = NamedOut(source="offer.seller")
    price = MoneyField(source="price_minor")
    mrp = MoneyField(source="mrp_minor")
    in_stock = serializers.BooleanField()
    left = serializers.IntegerField(source="available")
    handling_days = serializers.IntegerField(source="offer.handling_days")


class BuyBoxOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField()
    reason = serializers.CharField()


class VariantOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="variant.pk")
    sku = serializers.CharField(source="variant.sku")
    options = PairOut(source="variant.options", many=True)
    hsn = serializers.CharField(source="variant.hsn")
    net_quantity = serializers.CharField(source="variant.net_quantity")
    image = ImageOut(source="picture", allow_null=True)
    offers = OfferOut(many=True)
    buy_box = BuyBoxOut(allow_null=True)


class ProductOut(CardOut):
    description = serializers.CharField(source="product.description")
    manufacturer = serializers.CharField(source="product.manufacturer")
    tags = serializers.ListField(source="product.tags", child=serializers.CharField())
    breadcrumbs = NamedOut(many=True)
    media = ImageOut(many=True)
    specifications = PairOut(source="product.specifications", many=True)
    variants = VariantOut(many=True)


class ProductPage(Cached, CustomerAPI):
    login_required = False

    @operation("A product with its variants, offers and the reason of the buy box", output=ProductOut)
    def get(self, _request: Any, slug: str) -> Any:
        return queries.product_page(slug=slug)
