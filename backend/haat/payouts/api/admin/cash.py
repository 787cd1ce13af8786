"""Cash that couriers have, and what they brought to the bank."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MomentField, MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.payouts import queries, services

PARCELS_MAX = 2_000


class CashPartOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    seller = serializers.CharField(source="seller.name")
    delivered_at = serializers.DateTimeField()
    collected = serializers.SerializerMethodField(help_text="At the door, with the fee for cash")

    def get_collected(self, part: Any) -> dict[str, Any] | None:
        return money_dict(queries.cash_of([part])[part.pk], part.currency)


class RemittanceOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.IntegerField()
    courier = serializers.CharField()
    reference = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    received_at = serializers.DateTimeField()
    parcels = serializers.IntegerField()


class RemittanceIn(Strict):
    parts = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=PARCELS_MAX)
    courier = serializers.CharField(max_length=60)
    reference = serializers.CharField(max_length=60, help_text="Of the bank: the same is booked once")
    amount_minor = serializers.IntegerField(min_value=1)
    received_at = MomentField()


class WithCourier(AdminAPI):
    permission = "payouts.read"

    @operation("Parcels delivered for cash that nobody brought yet", output=CashPartOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.with_courier()


class Remittances(AdminAPI):
    permissions_by_method = {"GET": "payouts.read", "POST": "payouts.run"}

    @operation("Cash that arrived at the bank, newest first", output=RemittanceOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.remittances()

    @operation(
        "Book cash that a courier brought", input=RemittanceIn, output=RemittanceOut, status=201, idempotent=True
    )
    def post(self, _request: Any) -> Any:
        facts = {name: self.input[name] for name in ("courier", "reference", "amount_minor", "received_at")}
        row = services.remit(part_ids=self.input["parts"], at=self.at, **facts)
        return queries.remittances().get(pk=row.pk)


urlpatterns = [path("cash-parcels", WithCourier.as_view()), path("cash-remittances", Remittances.as_view())]
