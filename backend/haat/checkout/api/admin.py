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
from haat.orders.api.shapes.cancelling import (
    LINES_MAX,
    SOME,
    CancelLineIn,
    OutcomeOut,
    PartLinesIn,
    key_of,
    lines_of_one_part,
    outcome_shape,
    taken,
)
from haat.promotions.api.shapes import BrandTermsIn
from haat.promotions.services import Spec

if TYPE_CHECKING:
    from haat.orders.models import Order


REFUND_ALONE_MINOR_MAX = 10_000_00  # more than this goes back only after a second factor


class CancelIn(Strict):
    seller_order = serializers.CharField(required=False)
    lines = serializers.ListField(
        child=CancelLineIn(), required=False, default=list, max_length=LINES_MAX, help_text=SOME
    )
    reason = serializers.CharField(max_length=200)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return lines_of_one_part(attrs)


class Cancellation(AdminAPI):
    permission = "orders.cancel"

    @operation(
        "Cancel an order or one part before it ships; the money goes back",
        input=CancelIn,
        output=OrderDetailOut,
        idempotent=True,
    )
    def post(self, _request: Any, number: str) -> Order:
        order, part = orders.brand_order(number=number), self.input.get("seller_order")
        lines = taken(self.input["lines"])
        if services.money_back(order=order, part_number=part, lines=lines) > REFUND_ALONE_MINOR_MAX:
            self.identity.require_proof(self.at)
        key = key_of(self.idempotency_key)
        services.cancel(order=order, part_number=part, lines=lines, reason=self.input["reason"], key=key, at=self.at)
        return orders.brand_order(number=number)


class CancellationPreview(AdminAPI):
    permission = "orders.cancel"

    @operation("What cancelling some lines would give back", input=PartLinesIn, output=OutcomeOut)
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        order = orders.brand_order(number=number)
        part, lines = self.input["seller_order"], taken(self.input["lines"])
        found = services.preview_cancel(order=order, part_number=part, lines=lines)
        return outcome_shape(found, currency=order.currency, method=order.payment_method)


class PromotionPreview(AdminAPI):
    permission = "promotions.edit"

    @operation("What a promotion would do to a sample cart", input=BrandTermsIn, output=PreviewOut)
    def post(self, _request: Any) -> Any:
        found = services.preview(brand=self.brand, spec=Spec(**self.input), at=self.at)
        return preview_shape(found)


urlpatterns = [
    path("promotions/preview", PromotionPreview.as_view()),
    path("orders/<str:number>/cancellation", Cancellation.as_view()),
    path("orders/<str:number>/cancellation/preview", CancellationPreview.as_view()),
]
