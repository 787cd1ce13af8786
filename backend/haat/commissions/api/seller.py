"""What a seller gets of a sale, line by line."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.commissions import queries
from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyField
from haat.core.api.operation import operation
from haat.orders import queries as orders


class LineOut(serializers.Serializer[Any]):
    kind = serializers.CharField()
    title = serializers.CharField()
    gross = MoneyField(source="gross_minor")
    base = MoneyField(source="base_minor")
    fee = MoneyField(source="fee_minor")
    fee_gst = MoneyField(source="fee_gst_minor")
    tcs = MoneyField(source="tcs_minor")
    tds = MoneyField(source="tds_minor")
    net = MoneyField(source="net_minor")
    explanation = serializers.CharField()


class EarningsOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    is_recognised = serializers.BooleanField()
    lines = LineOut(many=True)
    gross = MoneyField(source="gross_minor")
    fee = MoneyField(source="fee_minor")
    fee_gst = MoneyField(source="fee_gst_minor")
    tcs = MoneyField(source="tcs_minor")
    tds = MoneyField(source="tds_minor")
    net = MoneyField(source="net_minor")


class PartEarnings(SellerAPI):
    permission = "orders.read"

    @operation("Price, commission, tax withheld and what remains of one of my parts", output=EarningsOut)
    def get(self, _request: Any, number: str) -> queries.Earnings:
        part = orders.seller_part(seller=self.seller, number=number)
        return queries.earnings(part_id=part.pk, number=part.number, currency=part.currency)


urlpatterns = [path("orders/<str:number>/earnings", PartEarnings.as_view())]
