"""Calling off an order on the customer's behalf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.checkout import services
from haat.checkout.api.shapes import PreviewOut, preview_shape
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.orders.api.admin import OrderDetailOut
from haat.promotions.api.shapes import BrandTermsIn
from haat.promotions.services import Spec

if TYPE_CHECKING:
    from haat.orders.models import Order


REFUND_ALONE_MINOR_MAX = 10_000_00  # more than this goes back only after a second factor


class CancelIn(Strict):
    seller_order = serializers.CharField(required=False)
    reason = serializers.CharField(max_length=200)


class Cancellation(AdminAPI):
    permission = "orders.cancel"

    @operation(
        "Cancel an order or one part before it ships; the money goes back",
        input=CancelIn,
        output=OrderDetailOut,
        idempotent=True,
    )
    def post(self, _request: Any, number: str) -> Order:
        order = orders.brand_order(number=number)
        if services.money_back(order=order, part_number=self.input.get("seller_order")) > REFUND_ALONE_MINOR_MAX:
            self.identity.require_proof(self.at)
        services.cancel(
            order=order, part_number=self.input.get("seller_order"), reason=self.input["reason"], at=self.at
        )
        return orders.brand_order(number=number)


class PromotionPreview(AdminAPI):
    permission = "promotions.edit"

    @operation("What a promotion would do to a sample cart", input=BrandTermsIn, output=PreviewOut)
    def post(self, _request: Any) -> Any:
        found = services.preview(brand=self.brand, spec=Spec(**self.input), at=self.at)
        return preview_shape(found)


urlpatterns = [
    path("promotions/preview", PromotionPreview.as_view()),
    path("orders/<str:number>/cancellation", Cancellation.as_view()),
]
