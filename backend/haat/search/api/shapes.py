"""Shapes that several answers share."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyOut
from haat.tenancy.media import address


def media_url(path: str) -> str:
    return address(path)


class SourceOut(serializers.Serializer[Any]):
    type = serializers.CharField()
    srcset = serializers.CharField()


class PictureOut(serializers.Serializer[Any]):
    """Sizes are known of what was uploaded; drawings of a theme have one file, which fits every size."""

    url = serializers.CharField()
    alt = serializers.CharField()
    width = serializers.IntegerField(allow_null=True)
    height = serializers.IntegerField(allow_null=True)
    sources = SourceOut(many=True)


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


class StarsOut(serializers.Serializer[Any]):
    average = serializers.CharField()
    tenths = serializers.IntegerField()
    total = serializers.IntegerField()


class CardOut(serializers.Serializer[Any]):
    """A product in a list. Without a seller nobody sells it now and it has no price. Cards are kept in this shape."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    title = serializers.CharField()
    image = PictureOut(allow_null=True)
    price = MoneyOut(allow_null=True)
    mrp = MoneyOut(allow_null=True)
    discount_percent = serializers.IntegerField()
    in_stock = serializers.BooleanField()
    seller = NamedOut(allow_null=True)
    country_of_origin = serializers.CharField()
    rating = StarsOut(allow_null=True)
