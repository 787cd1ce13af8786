"""What a seller does with a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.fulfilment import services
from haat.fulfilment.api.seller.calling_off import urlpatterns as calling_off
from haat.orders import queries as orders
from haat.orders.api.seller import PartDetailOut

if TYPE_CHECKING:
    from haat.orders.models import SellerOrder


class ShipIn(Strict):
    carrier = serializers.CharField(max_length=60)
    tracking_number = serializers.CharField(max_length=60, required=False, default="", allow_blank=True)


class DeclineIn(Strict):
    reason = serializers.CharField(max_length=200)


class PartAPI(SellerAPI):
    permission = "orders.fulfil"

    def part(self, number: str) -> SellerOrder:
        return orders.seller_part(seller=self.seller, number=number)


class Acceptance(PartAPI):
    @operation("Promise to deliver", output=PartDetailOut)
    def post(self, _request: Any, number: str) -> SellerOrder:
        services.accept(part=self.part(number), at=self.at)
        return self.part(number)


class Decline(PartAPI):
    @operation("Say that you cannot deliver; the customer gets the money back", input=DeclineIn, output=PartDetailOut)
    def post(self, _request: Any, number: str) -> SellerOrder:
        services.decline(part=self.part(number), reason=self.input["reason"], at=self.at)
        return self.part(number)


class Packing(PartAPI):
    @operation("Packed and ready", output=PartDetailOut)
    def post(self, _request: Any, number: str) -> SellerOrder:
        services.pack(part=self.part(number), at=self.at)
        return self.part(number)


class ShipmentView(PartAPI):
    @operation("Handed to a carrier", input=ShipIn, output=PartDetailOut)
    def post(self, _request: Any, number: str) -> SellerOrder:
        services.ship(
            part=self.part(number),
            carrier=self.input["carrier"],
            tracking_number=self.input["tracking_number"],
            at=self.at,
        )
        return self.part(number)


class Delivery(PartAPI):
    @operation("Arrived at the customer", output=PartDetailOut)
    def post(self, _request: Any, number: str) -> SellerOrder:
        services.deliver(
            part=self.part(number), return_window_days=int(self.brand.policy("return_window_days", 7)), at=self.at
        )
        return self.part(number)


urlpatterns = [
    path("orders/<str:number>/acceptance", Acceptance.as_view()),
    path("orders/<str:number>/decline", Decline.as_view()),
    *calling_off,
    path("orders/<str:number>/packing", Packing.as_view()),
    path("orders/<str:number>/shipment", ShipmentView.as_view()),
    path("orders/<str:number>/delivery", Delivery.as_view()),
]
