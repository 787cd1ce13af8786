"""What a seller learns about being shown first."""

from __future__ import annotations

from typing import Any

from django.urls import path
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyOut, money_dict
from haat.core.api.operation import operation
from haat.search import queries


class StandingOut(serializers.Serializer[Any]):
    """`to_win` is the highest price that would put the offer first; null where no price would, or it is first."""

    offer_id = serializers.UUIDField(source="offer.pk")
    sku = serializers.CharField(source="offer.variant.sku")
    options = serializers.CharField(source="offer.variant.label")
    place = serializers.IntegerField(source="standing.place")
    sellers = serializers.IntegerField(source="standing.sellers")
    code = serializers.CharField(source="standing.code")
    sentence = serializers.CharField(source="standing.sentence")
    to_win = serializers.SerializerMethodField()

    @extend_schema_field(MoneyOut(allow_null=True))
    def get_to_win(self, row: Any) -> dict[str, Any] | None:
        return money_dict(row.standing.to_win_minor, row.offer.currency)


class Standings(SellerAPI):
    permission = "offers.edit"

    @operation("Who is shown first, and what would change it", output=StandingOut, many=True)
    def get(self, _request: Any, product_id: Any) -> Any:
        return queries.standings(seller=self.seller, product_id=product_id)


urlpatterns = [path("products/<uuid:product_id>/buy-box", Standings.as_view())]
