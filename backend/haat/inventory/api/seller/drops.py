"""Numbered units of an offer: from when they are sold, how many to a customer, and each piece."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.core.api.base import SellerAPI
from haat.core.api.fields import MomentField, Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.sellers import queries as sellers

STATES = ["available", "held", "sold", "returned", "withdrawn"]


class DropIn(Strict):
    opens_at = MomentField(allow_null=True)
    per_customer = serializers.IntegerField(min_value=1, max_value=99, allow_null=True)


class DropOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField()
    sku = serializers.CharField(source="offer.variant.sku")
    title = serializers.CharField(source="offer.variant.product.title")
    opens_at = serializers.DateTimeField(allow_null=True)
    per_customer = serializers.IntegerField(allow_null=True)
    counts = serializers.SerializerMethodField()

    def get_counts(self, drop: Any) -> dict[str, int]:
        return queries.unit_counts(drop)


class UnitsIn(Strict):
    first = serializers.IntegerField(min_value=1, max_value=10_000_000)
    count = serializers.IntegerField(min_value=1, max_value=10_000)
    prefix = serializers.RegexField(
        r"^[A-Za-z0-9/ -]{0,40}$", required=False, allow_blank=True, default="", help_text="Of the serials: GLW-"
    )
    place_id = serializers.UUIDField(required=False)


class UnitFilters(serializers.Serializer[Any]):
    state = serializers.ChoiceField(choices=STATES, required=False, allow_blank=True)


class UnitOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    serial = serializers.CharField()
    state = serializers.CharField()
    place = serializers.CharField(source="stock.place.name")
    actions = serializers.SerializerMethodField()

    def get_actions(self, unit: Any) -> list[str]:
        return {"available": ["withdraw"], "returned": ["offer", "withdraw"], "withdrawn": ["offer"]}.get(
            unit.state, []
        )


class StepIn(Strict):
    step = serializers.ChoiceField(choices=["withdraw", "offer"])
    note = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class DropAPI(SellerAPI):
    permission = "stock.edit"

    def own(self, offer_id: Any) -> Any:
        return catalog.seller_offer(seller=self.seller, offer_id=offer_id)


class Drop(DropAPI):
    @operation("How an offer is sold by numbered units", output=DropOut)
    def get(self, _request: Any, offer_id: Any) -> Any:
        return queries.drop_of(self.own(offer_id))

    @operation("Sell an offer by numbered units", input=DropIn, output=DropOut)
    def put(self, _request: Any, offer_id: Any) -> Any:
        return services.put_drop(offer=self.own(offer_id), at=self.at, **self.input)


class Units(DropAPI):
    @operation("The numbered units", output=UnitOut, filters=UnitFilters, many=True)
    def get(self, _request: Any, offer_id: Any) -> Any:
        return queries.drop_units(queries.drop_of(self.own(offer_id)), state=self.filters.get("state", ""))

    @operation("Add numbered units", input=UnitsIn, output=DropOut, status=201, idempotent=True)
    def post(self, _request: Any, offer_id: Any) -> Any:
        drop, given = queries.drop_of(self.own(offer_id)), dict(self.input)
        place_id = given.pop("place_id", None)
        place = sellers.seller_place(seller=self.seller, place_id=place_id) if place_id else None
        services.add_units(drop=drop, place=place, at=self.at, actor=self.actor, **given)
        return drop


class UnitSteps(DropAPI):
    @operation("Take a unit out of the sale, or put it back", input=StepIn, output=UnitOut, status=200)
    def post(self, _request: Any, offer_id: Any, unit_id: Any) -> Any:
        drop = queries.drop_of(self.own(offer_id))
        unit = queries.drop_unit(drop, unit_id)
        services.step_unit(drop=drop, unit=unit, at=self.at, actor=self.actor, **self.input)
        return queries.drop_unit(drop, unit_id)
