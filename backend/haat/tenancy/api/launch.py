"""Which shops are open, for the platform's own front page. Public, and says nothing that a visitor could not see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import HaatAPI
from haat.core.api.operation import operation
from haat.tenancy import hosts, queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.tenancy.models import Brand

SHOWN_MAX = 24


class ShopOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    tagline = serializers.CharField(source="presentation.tagline", default="")
    url = serializers.SerializerMethodField()

    def get_url(self, brand: Brand) -> str:
        return hosts.url("customer", brand)


class Shops(HaatAPI):
    login_required = False

    @operation("Shops that are open", output=ShopOut, many=True)
    def get(self, _request: Any) -> Sequence[Brand]:
        return list(queries.active_brands()[:SHOWN_MAX])


urlpatterns = [path("shops", Shops.as_view())]
