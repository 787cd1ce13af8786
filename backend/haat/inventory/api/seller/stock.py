"""Counting: stock by place, a change with its reason, a transfer, and every change there was."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.inventory.api.seller.shapes import OfferRowOut
from haat.sellers import queries as sellers

QUANTITY_MAX = 10_000_000


class StockFilters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=["active", "paused", "archived"], required=False, allow_blank=True)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)
    stock = serializers.ChoiceField(choices=queries.STATES, required=False, allow_blank=True)
    place = serializers.UUIDField(required=False)


class AdjustmentIn(Strict):
    """A difference, or the counted figure; a difference keeps what was sold meanwhile."""

    delta = serializers.IntegerField(min_value=-QUANTITY_MAX, max_value=QUANTITY_MAX, required=False)
    on_hand = serializers.IntegerField(min_value=0, max_value=QUANTITY_MAX, required=False)
    place_id = serializers.UUIDField(required=False, help_text="The default place if none is named")
    reason = serializers.ChoiceField(choices=["received", "corrected"])
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")

    def validate(self, attrs: Any) -> Any:
        if ("delta" in attrs) == ("on_hand" in attrs):
            raise serializers.ValidationError({"delta": ["Give either delta or on_hand."]})
        return attrs


class TransferIn(Strict):
    source_id = serializers.UUIDField()
    target_id = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1, max_value=QUANTITY_MAX)
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class StockAPI(SellerAPI):
    permission = "stock.edit"

    def own(self, offer_id: Any) -> Any:
        return catalog.seller_offer(seller=self.seller, offer_id=offer_id)

    def place(self, place_id: Any) -> Any:
        return sellers.seller_place(seller=self.seller, place_id=place_id)


class StockList(StockAPI):
    sorts = {"available": "left", "sku": "variant__sku", "created_at": "created_at"}

    @operation("Own stock by place", output=OfferRowOut, filters=StockFilters, many=True)
    def get(self, _request: Any) -> Any:
        given = self.filters
        rows = queries.seller_offers(
            seller=self.seller, status=given.get("status", ""), q=given.get("q", ""), stock=given.get("stock", ""),
            place_id=given.get("place"),
        )  # fmt: skip
        return tuple(queries.offer_views(self.page_of(rows)))


class StockAdjustments(StockAPI):
    @operation("Change the count", input=AdjustmentIn, output=OfferRowOut, status=201, idempotent=True)
    def post(self, _request: Any, offer_id: Any) -> Any:
        offer, given = self.own(offer_id), dict(self.input)
        place_id = given.pop("place_id", None)
        place = self.place(place_id) if place_id else None
        services.adjust(offer=offer, place=place, at=self.at, actor=self.actor, **given)
        return queries.offer_views([offer])[0]


class Transfers(StockAPI):
    @operation("Move units to another place", input=TransferIn, output=OfferRowOut, status=201, idempotent=True)
    def post(self, _request: Any, offer_id: Any) -> Any:
        offer, given = self.own(offer_id), self.input
        services.transfer(
            offer=offer, source=self.place(given["source_id"]), target=self.place(given["target_id"]),
            quantity=given["quantity"], note=given["note"], reference=services.transfer_key(self.idempotency_key),
            at=self.at, actor=self.actor,
        )  # fmt: skip
        return queries.offer_views([offer])[0]
