"""Every change of the own stock, with who and why."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.inventory import queries

REASONS = ["received", "corrected", "sold", "cancelled", "returned", "imported", "moved"]


class MovementFilters(serializers.Serializer[Any]):
    offer = serializers.UUIDField(required=False)
    place = serializers.UUIDField(required=False)
    reason = serializers.ChoiceField(choices=REASONS, required=False, allow_blank=True)
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class MovementOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    at = serializers.DateTimeField()
    sku = serializers.CharField(source="stock.offer.variant.sku")
    title = serializers.CharField(source="stock.offer.variant.product.title")
    place = serializers.CharField(source="stock.place.name")
    unit = serializers.CharField(source="unit.label", default=None, allow_null=True)
    delta = serializers.IntegerField()
    balance_after = serializers.IntegerField(allow_null=True, help_text="At that place; none for a numbered unit")
    reason = serializers.CharField()
    in_bundle = serializers.SerializerMethodField()
    note = serializers.CharField()
    actor = serializers.CharField(source="shown_actor")
    reference = serializers.SerializerMethodField()

    def get_in_bundle(self, movement: Any) -> bool:
        return movement.sold_as is not None

    def get_reference(self, movement: Any) -> str | None:
        return movement.reference or None


class StockMovements(SellerAPI):
    permission = "stock.edit"
    sorts = {"at": "at"}

    @operation("Every change of the own stock", output=MovementOut, filters=MovementFilters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.seller_movements(
            seller=self.seller,
            offer_id=self.filters.get("offer"),
            place_id=self.filters.get("place"),
            reason=self.filters.get("reason", ""),
            q=self.filters.get("q", ""),
        )
