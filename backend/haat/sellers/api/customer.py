"""Shops as customers see them."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core import countries
from haat.core.api.base import CustomerAPI
from haat.core.api.operation import operation
from haat.sellers import queries
from haat.sellers.models import Seller


class ShopOut(serializers.Serializer[Any]):
    """The law wants customers to know who sells: legal name, address and GSTIN are part of it."""

    slug = serializers.CharField()
    name = serializers.CharField()
    description = serializers.CharField()
    is_open = serializers.BooleanField(source="is_active", help_text="False while the seller is on vacation")
    legal_name = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    pin = serializers.CharField()
    state = serializers.SerializerMethodField()
    gstin = serializers.CharField()
    since = serializers.DateTimeField(source="approved_at")

    def get_state(self, seller: Seller) -> str:
        return countries.country(self.context["brand"].country).region_name(seller.state)


class Shop(CustomerAPI):
    login_required = False

    @operation("A seller's shop", output=ShopOut)
    def get(self, _request: Any, slug: str) -> Seller:
        return queries.shop(slug)


urlpatterns = [path("sellers/<slug:slug>", Shop.as_view())]
