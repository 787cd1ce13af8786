"""What runs out, and from how many left on a seller wants to know."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services

BACK = timedelta(days=1)  # how long “back in stock” is news


class AlertOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    offer_id = serializers.UUIDField()
    product_id = serializers.UUIDField(source="offer.variant.product_id")
    sku = serializers.CharField(source="offer.variant.sku")
    title = serializers.CharField(source="offer.variant.product.title")
    options = serializers.CharField(source="offer.variant.label")
    state = serializers.CharField(help_text="low, out or back")
    left = serializers.SerializerMethodField()
    at = serializers.DateTimeField(source="changed_at")

    def get_left(self, alert: Any) -> int:
        return int(self.context["view"].left.get(alert.offer_id, 0))


class LevelIn(Strict):
    threshold = serializers.IntegerField(min_value=0, max_value=1_000_000, allow_null=True)


class LevelOut(serializers.Serializer[Any]):
    threshold = serializers.IntegerField(allow_null=True, help_text="None: the shop's own number holds")
    default = serializers.IntegerField()


class StockAlerts(SellerAPI):
    permission = "stock.edit"

    @operation("What is low or out, and what came back in the last day", output=AlertOut, many=True)
    def get(self, _request: Any) -> Any:
        rows = self.page_of(queries.open_alerts(seller=self.seller, back_since=self.at - BACK))
        self.left = queries.available([row.offer_id for row in rows])
        return tuple(rows)


class AlertLevel(SellerAPI):
    permission = "stock.edit"

    @operation("From how many left on the shop wants to know", output=LevelOut)
    def get(self, _request: Any) -> Any:
        return {"threshold": queries.default_level(self.seller), "default": queries.LOW_STOCK}

    @operation("Set it for all offers", input=LevelIn, output=LevelOut)
    def put(self, _request: Any) -> Any:
        services.set_level(seller=self.seller, offer=None, threshold=self.input["threshold"], at=self.at)
        return {"threshold": self.input["threshold"], "default": queries.LOW_STOCK}


class OfferAlertLevel(SellerAPI):
    permission = "stock.edit"

    @operation("Set it for one offer; null gives it back to the shop's number", input=LevelIn, output=LevelOut)
    def put(self, _request: Any, offer_id: Any) -> Any:
        offer = catalog.seller_offer(seller=self.seller, offer_id=offer_id)
        services.set_level(seller=self.seller, offer=offer, threshold=self.input["threshold"], at=self.at)
        return {"threshold": self.input["threshold"], "default": queries.default_level(self.seller)}
