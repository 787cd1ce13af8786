"""A seller's offers: price, MRP, handling time, pause."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.catalog.services import OfferSpec
from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.inventory.api.seller.shapes import OfferRowOut


class OfferFilters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=["active", "paused", "archived"], required=False, allow_blank=True)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)
    low_stock = serializers.BooleanField(required=False, default=False)


class OfferIn(Strict):
    sku = serializers.CharField(max_length=64)
    price_minor = serializers.IntegerField(min_value=1)
    mrp_minor = serializers.IntegerField(min_value=1)
    handling_days = serializers.IntegerField(min_value=0, max_value=60, default=2)
    stock = serializers.IntegerField(min_value=0, max_value=10_000_000, default=0)


class OfferChangeIn(Strict):
    price_minor = serializers.IntegerField(min_value=1, required=False)
    mrp_minor = serializers.IntegerField(min_value=1, required=False)
    handling_days = serializers.IntegerField(min_value=0, max_value=60, required=False)
    status = serializers.ChoiceField(choices=["active", "paused", "archived"], required=False)


class Offers(SellerAPI):
    permission = "offers.edit"
    sorts = {"available": "left", "price": "price_minor", "sku": "variant__sku", "created_at": "created_at"}

    @operation("Own offers with stock", output=OfferRowOut, filters=OfferFilters, many=True)
    def get(self, _request: Any) -> Any:
        rows = queries.seller_offers(
            seller=self.seller,
            status=self.filters.get("status", ""),
            q=self.filters.get("q", ""),
            low_stock=self.filters["low_stock"],
        )
        return tuple(queries.offer_views(self.page_of(rows)))

    @operation("Offer a product that is in the shop", input=OfferIn, output=OfferRowOut, status=201)
    def post(self, _request: Any) -> Any:
        given = self.input
        offer = services.make_offer(
            seller=self.seller,
            sku=given["sku"],
            spec=OfferSpec(given["price_minor"], given["mrp_minor"], given["handling_days"]),
            stock=given["stock"],
            currency=self.brand.currency,
            at=self.at,
        )
        return queries.offer_views([offer])[0]


class OfferPage(SellerAPI):
    permission = "offers.edit"

    @operation("Change price, MRP, handling time or status", input=OfferChangeIn, output=OfferRowOut)
    def patch(self, _request: Any, offer_id: Any) -> Any:
        offer = catalog.seller_offer(seller=self.seller, offer_id=offer_id)
        return queries.offer_views([catalog_services.change_offer(offer=offer, changes=self.input)])[0]
