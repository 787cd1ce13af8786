"""One product with every offer on it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.response import Response

from haat.catalog import queries as catalog
from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.fields import MoneyOut
from haat.core.api.operation import operation
from haat.search import queries
from haat.search.api.shapes import CardOut, NamedOut, PictureOut


class PairOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class OfferOut(serializers.Serializer[Any]):
    """`landed` is the price with delivery of one piece alone, by which offers are compared; the best comes first."""

    id = serializers.UUIDField()
    seller = NamedOut()
    price = MoneyOut()
    mrp = MoneyOut()
    delivery = MoneyOut()
    landed = MoneyOut()
    condition = serializers.CharField()
    in_stock = serializers.BooleanField()
    left = serializers.IntegerField()
    handling_days = serializers.IntegerField()
    opens_at = serializers.DateTimeField(allow_null=True, help_text="From when it can be ordered, if that is to come")
    per_customer = serializers.IntegerField(allow_null=True)
    numbered = serializers.BooleanField(help_text="Each piece has a number of its own")


class InsideOut(serializers.Serializer[Any]):
    """One kind of thing in a bundle; without a slug it has no page of its own."""

    quantity = serializers.IntegerField()
    title = serializers.CharField()
    options = serializers.CharField()
    slug = serializers.CharField(allow_null=True)
    sku = serializers.CharField()


class BuyBoxOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField()
    reason = serializers.CharField()
    code = serializers.CharField()


class SaidOut(PairOut):
    """`kind` says how to show it: `rich_text` is Markdown, `boolean` is Yes or No, a colour may have a swatch."""

    code = serializers.CharField()
    kind = serializers.CharField()
    swatch = serializers.CharField()


class VariantOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    sku = serializers.CharField()
    options = PairOut(many=True)
    hsn = serializers.CharField()
    net_quantity = serializers.CharField()
    attributes = SaidOut(many=True)
    image = PictureOut(allow_null=True)
    inside = InsideOut(many=True)
    offers = OfferOut(many=True)
    buy_box = BuyBoxOut(allow_null=True)


class ProductOut(CardOut):
    description = serializers.CharField()
    manufacturer = serializers.CharField()
    importer = serializers.CharField()
    packer = serializers.CharField()
    made_month = serializers.CharField()
    imported_month = serializers.CharField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField()
    attributes = SaidOut(many=True)
    tags = serializers.ListField(child=serializers.CharField())
    breadcrumbs = NamedOut(many=True)
    media = PictureOut(many=True)
    specifications = PairOut(many=True)
    variants = VariantOut(many=True)


class Preview(CustomerAPI):
    """For whoever has the ticket: the seller who writes it, and those to whom they show it."""

    login_required = False

    @operation("A product that is not in the shop yet, as its page will show it", output=ProductOut)
    def get(self, _request: Any, ticket: str) -> Any:
        slug = catalog.previewed(ticket=ticket, at=self.at)
        return Response(queries.product_page(slug=slug, in_preview=True))


class ProductPage(Cached, CustomerAPI):
    login_required = False

    @operation("A product with its variants, offers and the reason of the buy box", output=ProductOut)
    def get(self, _request: Any, slug: str) -> Any:
        return Response(queries.product_page(slug=slug))
