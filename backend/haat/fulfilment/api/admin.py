"""What brand staff record about parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.fulfilment import services
from haat.orders import queries as orders
from haat.orders.api.admin import OrderDetailOut

if TYPE_CHECKING:
    from haat.orders.models import Order


class Delivery(AdminAPI):
    permission = "orders.cancel"

    @operation("Record that a part arrived", output=OrderDetailOut)
    def post(self, _request: Any, number: str) -> Order:
        part = orders.brand_part(number=number)
        services.deliver(part=part, return_window_days=int(self.brand.policy("return_window_days", 7)), at=self.at)
        return orders.brand_order(number=part.order.number)


urlpatterns = [path("seller-orders/<str:number>/delivery", Delivery.as_view())]
