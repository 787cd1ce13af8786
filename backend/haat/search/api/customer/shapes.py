"""Shapes that several answers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.api.fields import MoneyField

if TYPE_CHECKING:
    from haat.search.queries import Card


def media_url(path: str) -> str:
    return f"{settings.MEDIA_URL}{path}" if path else ""


class ImageOut(serializers.Serializer[Any]):
    url = serializers.SerializerMethodField()
    alt = serializers.CharField()

    def get_url(self, media: Any) -> str:
        return media_url(media.path)


class NamedOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class CategoryOut(NamedOut):
    parent = serializers.SerializerMethodField()  # type: ignore[assignment]  # DRF's own `parent` is another thing
    description = serializers.CharField()
    image = serializers.SerializerMethodField()

    def get_parent(self, category: Any) -> str | None:
        return category.parent.slug if category.parent else None

    def get_image(self, category: Any) -> str | None:
        return media_url(category.image) or None


class CardOut(serializers.Serializer[Any]):
    """A product in a list. Without an offer nobody sells it now and it has no price."""

    id = serializers.UUIDField(source="product.pk")
    slug = serializers.CharField(source="product.slug")
    title = serializers.CharField(source="product.title")
    image = ImageOut(source="picture", allow_null=True)
    price = serializers.SerializerMethodField()
    mrp = serializers.SerializerMethodField()
    discount_percent = serializers.IntegerField()
    in_stock = serializers.BooleanField()
    seller = NamedOut(source="offer.seller", default=None, allow_null=True)
    country_of_origin = serializers.CharField(source="product.country_of_origin")

    @extend_schema_field(MoneyField(source="price_minor"))
    def get_price(self, card: Card) -> Any:
        return card.offer and MoneyField(source="price_minor").to_representation(card.offer)

    @extend_schema_field(MoneyField(source="mrp_minor"))
    def get_mrp(self, card: Card) -> Any:
        return card.offer and MoneyField(source="mrp_minor").to_representation(card.offer)
