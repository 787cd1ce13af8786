"""Counting: a change of stock with its reason, and every change there was."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.inventory.api.seller.shapes import OfferOut


class AdjustmentIn(Strict):
    """A difference, or the counted figure; a difference keeps what was sold meanwhile."""

    delta = serializers.IntegerField(min_value=-10_000_000, max_value=10_000_000, required=False)
    on_hand = serializers.IntegerField(min_value=0, max_value=10_000_000, required=False)
    reason = serializers.ChoiceField(choices=["received", "corrected"])
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")

    def validate(self, attrs: Any) -> Any:
        if ("delta" in attrs) == ("on_hand" in attrs):
            raise serializers.ValidationError({"delta": ["Give either delta or on_hand."]})
        return attrs


class MovementFilters(serializers.Serializer[Any]):
    offer = serializers.UUIDField(required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class MovementOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    sku = serializers.CharField(source="stock.offer.variant.sku")
    title = serializers.CharField(source="stock.offer.variant.product.title")
    delta = serializers.IntegerField()
    balance_after = serializers.IntegerField()
    reason = serializers.CharField()
    note = serializers.CharField()
    actor = serializers.CharField(source="shown_actor")
    reference = serializers.SerializerMethodField()

    def get_reference(self, movement: Any) -> str | None:
        return movement.reference or None


class StockAdjustments(SellerAPI):
    permission = "stock.edit"

    @operation("Change the count", input=AdjustmentIn, output=OfferOut, status=201, idempotent=True)
    def post(self, _request: Any, offer_id: Any) -> Any:
        offer = catalog.seller_offer(seller=self.seller, offer_id=offer_id)
        services.adjust(offer=offer, at=self.at, actor=self.actor, **self.input)
        return queries.offer_views([offer])[0]


class StockMovements(SellerAPI):
    permission = "stock.edit"
    sorts = {"at": "at"}

    @operation("Every change of the own stock", output=MovementOut, filters=MovementFilters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.seller_movements(
            seller=self.seller, offer_id=self.filters.get("offer"), q=self.filters.get("q", "")
        )
