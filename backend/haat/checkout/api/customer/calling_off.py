"""A customer calls off an order, a part of it, or some lines of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.checkout import services
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.orders.api.customer import OrderOut
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

if TYPE_CHECKING:
    from haat.orders.models import Order


class CancelIn(Strict):
    seller_order = serializers.CharField(required=False, help_text="One seller's part; all of them without it")
    lines = serializers.ListField(
        child=CancelLineIn(), required=False, default=list, max_length=LINES_MAX, help_text=SOME
    )
    reason = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return lines_of_one_part(attrs)


class Cancellation(CustomerAPI):
    write_limit = "checkout"

    @operation(
        "Call off an order, one seller's part, or some lines of it, before it ships", input=CancelIn, output=OrderOut,
        idempotent=True,
    )  # fmt: skip
    def post(self, _request: Any, number: str) -> Order:
        order = orders.customer_order(customer=self.customer, number=number)
        return services.cancel(
            order=order, part_number=self.input.get("seller_order"), lines=taken(self.input["lines"]),
            reason=self.input["reason"], key=key_of(self.idempotency_key), at=self.at,
        )  # fmt: skip


class CancellationPreview(CustomerAPI):
    @operation("What calling off some lines would give back", input=PartLinesIn, output=OutcomeOut)
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        order = orders.customer_order(customer=self.customer, number=number)
        part, lines = self.input["seller_order"], taken(self.input["lines"])
        found = services.preview_cancel(order=order, part_number=part, lines=lines)
        return outcome_shape(found, currency=order.currency, method=order.payment_method)


urlpatterns = [
    path("orders/<str:number>/cancellation", Cancellation.as_view()),
    path("orders/<str:number>/cancellation/preview", CancellationPreview.as_view()),
]
