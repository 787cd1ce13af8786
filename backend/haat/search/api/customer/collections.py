"""Collections as customers browse them; their goods are `products?collection=…`."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.operation import operation
from haat.search import queries
from haat.search.api.shapes import media_url


class CollectionOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    image = serializers.SerializerMethodField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField()

    def get_image(self, collection: Any) -> str | None:
        return media_url(collection.image) or None


class Collections(Cached, CustomerAPI):
    login_required = False

    @operation("Collections that the brand shows", output=CollectionOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(queries.shown_collections())


class CollectionPage(Cached, CustomerAPI):
    login_required = False

    @operation("A collection", output=CollectionOut)
    def get(self, _request: Any, slug: str) -> Any:
        return queries.collection(slug)
