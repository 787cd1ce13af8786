"""A seller's places: where goods are and parcels start."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.sellers import queries as sellers
from haat.sellers import services as seller_services


class PlacePatch(Strict):
    name = serializers.CharField(max_length=80, min_length=2, required=False)
    address = serializers.CharField(max_length=300, min_length=3, required=False)
    city = serializers.CharField(max_length=80, min_length=2, required=False)
    state = serializers.RegexField(r"^[0-9A-Z]{2}$", required=False, help_text="GST state code")
    pin = serializers.RegexField(
        r"^[1-9][0-9]{5}$", required=False, error_messages={"invalid": "A PIN code has 6 digits."}
    )


class PlaceIn(PlacePatch):
    name = serializers.CharField(max_length=80, min_length=2)
    address = serializers.CharField(max_length=300, min_length=3)
    city = serializers.CharField(max_length=80, min_length=2)
    state = serializers.RegexField(r"^[0-9A-Z]{2}$", help_text="GST state code")
    pin = serializers.RegexField(r"^[1-9][0-9]{5}$", error_messages={"invalid": "A PIN code has 6 digits."})


class PlaceOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="pk")
    name = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    state = serializers.CharField()
    pin = serializers.CharField()
    is_default = serializers.BooleanField()
    is_open = serializers.SerializerMethodField()
    on_hand = serializers.SerializerMethodField()
    actions = serializers.SerializerMethodField()

    def get_is_open(self, place: Any) -> bool:
        return place.archived_at is None

    def get_on_hand(self, place: Any) -> int:
        return int(self.context["on_hand"].get(place.pk, 0))

    def get_actions(self, place: Any) -> list[str]:
        if place.archived_at is not None:
            return ["edit", "open"]
        return ["edit"] if place.is_default else ["edit", "close", "make_default"]


class PlaceAPI(SellerAPI):
    permission = "shop.edit"

    def get_serializer_context(self) -> dict[str, Any]:
        return super().get_serializer_context() | {"on_hand": queries.units_at_places(self.seller)}

    def own(self, place_id: Any) -> Any:
        return sellers.seller_place(seller=self.seller, place_id=place_id)


class Places(PlaceAPI):
    permissions_by_method = {"GET": "stock.edit"}

    @operation("Places of the shop, the default first", output=PlaceOut, many=True)
    def get(self, _request: Any) -> Any:
        rows = sellers.places(self.seller)
        self.meta |= {"page": 1, "limit": seller_services.PLACES_MAX, "total": len(rows)}
        return tuple(rows)

    @operation("Add a place", input=PlaceIn, output=PlaceOut, status=201)
    def post(self, _request: Any) -> Any:
        return seller_services.add_place(seller=self.seller, spec=self.input)


class Place(PlaceAPI):
    @operation("Rename a place or correct its address", input=PlacePatch, output=PlaceOut)
    def patch(self, _request: Any, place_id: Any) -> Any:
        return seller_services.change_place(place=self.own(place_id), changes=self.input)


class PlaceClosure(PlaceAPI):
    @operation("Close a place: what lies there is not sold", output=PlaceOut, status=200)
    def post(self, _request: Any, place_id: Any) -> Any:
        return services.set_place_open(place=self.own(place_id), is_open=False, at=self.at)

    @operation("Open a closed place again", output=PlaceOut, status=200)
    def delete(self, _request: Any, place_id: Any) -> Any:
        return services.set_place_open(place=self.own(place_id), is_open=True, at=self.at)


class PlaceDefault(PlaceAPI):
    @operation("Make it the place that new goods are counted at", output=PlaceOut, status=200)
    def post(self, _request: Any, place_id: Any) -> Any:
        return seller_services.use_first(place=self.own(place_id))
