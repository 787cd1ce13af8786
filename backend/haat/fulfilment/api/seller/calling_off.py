"""A seller cannot send some of a part: it is called off, and the customer gets that money back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.orders import services as orders_services
from haat.orders.api.seller import PartDetailOut
from haat.orders.api.shapes.cancelling import LinesIn, OutcomeOut, key_of, outcome_shape, taken

if TYPE_CHECKING:
    from haat.orders.models import SellerOrder


class CancelLinesIn(LinesIn):
    reason = serializers.CharField(max_length=200)


class Cancellation(SellerAPI):
    permission = "orders.fulfil"

    @operation(
        "Say that you cannot send some of it; the customer gets that money back", input=CancelLinesIn, output=PartDetailOut,
        idempotent=True,
    )  # fmt: skip
    def post(self, _request: Any, number: str) -> SellerOrder:
        part = orders.seller_part(seller=self.seller, number=number)
        orders_services.cancel_lines(
            part=part, by_seller=True, lines=taken(self.input["lines"]), reason=self.input["reason"], key=key_of(self.idempotency_key),
            at=self.at,
        )  # fmt: skip
        return orders.seller_part(seller=self.seller, number=number)


class CancellationPreview(SellerAPI):
    permission = "orders.fulfil"

    @operation("What calling off some lines would give back to the customer", input=LinesIn, output=OutcomeOut)
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        part = orders.seller_part(seller=self.seller, number=number)
        found = orders_services.outcome(part=part, lines=taken(self.input["lines"]))
        return outcome_shape(found, currency=part.currency, method=part.order.payment_method)


urlpatterns = [
    path("orders/<str:number>/cancellation", Cancellation.as_view()),
    path("orders/<str:number>/cancellation/preview", CancellationPreview.as_view()),
]
