"""Collections: by hand or by rule, with what a rule would take in before it is saved."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.search import queries
from haat.search.api.shapes import CardOut

SORTS = ("featured", "newest", "price_up", "price_down", "discount")
CHANGES = dict.fromkeys(("PATCH", "DELETE"), "products.decide")


@extend_schema_field({"type": "object", "additionalProperties": True})
class RuleField(serializers.Field[Any, Any, Any, Any]):
    """`{"match": "all", "conditions": [{"field": "price", "op": "between", "min": null, "max": 50000}]}`, checked on saving."""

    def to_representation(self, value: Any) -> Any:
        return value

    def to_internal_value(self, data: Any) -> Any:
        return data


class CollectionOut(serializers.Serializer[Any]):
    """`products` are those in the shop now that customers find in it."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    image = serializers.CharField()
    image_url = serializers.SerializerMethodField()
    kind = serializers.CharField()
    rule = RuleField()
    sort = serializers.CharField()
    is_shown = serializers.BooleanField()
    position = serializers.IntegerField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField()
    from_manifest = serializers.SerializerMethodField()
    products = serializers.SerializerMethodField()
    updated_at = serializers.DateTimeField()

    def get_image_url(self, row: Any) -> str | None:
        return f"{settings.MEDIA_URL}{row.image}" if row.image else None

    def get_from_manifest(self, row: Any) -> bool:
        return row.import_key is not None

    def get_products(self, row: Any) -> int:
        sizes: dict[Any, int] = self.context["view"].sizes
        return sizes.get(row.pk, 0)


class WordsIn(Strict):
    title = serializers.CharField(max_length=120, required=False)
    slug = serializers.SlugField(max_length=80, required=False)
    description = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    image = serializers.CharField(max_length=200, required=False, allow_blank=True)
    rule = RuleField(required=False)
    products = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=500)
    sort = serializers.ChoiceField(choices=SORTS, required=False)
    is_shown = serializers.BooleanField(required=False)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False)
    seo_title = serializers.CharField(max_length=70, required=False, allow_blank=True)
    seo_description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    take_old = serializers.BooleanField(required=False, default=False)


class CollectionIn(WordsIn):
    title = serializers.CharField(max_length=120)
    kind = serializers.ChoiceField(choices=["hand", "rule"])


class RuleIn(Strict):
    rule = RuleField()


class PreviewOut(serializers.Serializer[Any]):
    """`total` is at most 1,000; `more` says that there are more."""

    total = serializers.IntegerField()
    more = serializers.BooleanField()
    products = CardOut(many=True)


class ItemOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="product_id")
    title = serializers.CharField(source="product.title")
    slug = serializers.CharField(source="product.slug")
    status = serializers.CharField(source="product.status")
    image_url = serializers.SerializerMethodField()

    def get_image_url(self, item: Any) -> str | None:
        picture = next(iter(item.product.media.all()), None)
        return f"{settings.MEDIA_URL}{picture.path}" if picture else None


class CollectionFilters(serializers.Serializer[Any]):
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class CollectionView(AdminAPI):
    permission = "products.read"

    @cached_property
    def sizes(self) -> dict[Any, int]:
        return queries.sizes()

    def save(self, collection: Any) -> Any:
        changes = dict(self.input)
        take_old = changes.pop("take_old")
        return catalog_services.save_collection(collection=collection, changes=changes, take_old=take_old)


class Collections(CollectionView):
    permissions_by_method = {"POST": "products.decide"}
    sorts = {"title": "title", "position": "position", "updated_at": "updated_at"}

    @operation("Collections of the brand", output=CollectionOut, filters=CollectionFilters, many=True)
    def get(self, _request: Any) -> Any:
        return catalog.collections(q=self.filters.get("q", ""))

    @operation("Make a collection", input=CollectionIn, output=CollectionOut, status=201)
    def post(self, _request: Any) -> Any:
        return self.save(None)


class CollectionPage(CollectionView):
    permissions_by_method = CHANGES

    @operation("One collection", output=CollectionOut)
    def get(self, _request: Any, collection_id: Any) -> Any:
        return catalog.collection(collection_id=collection_id)

    @operation("Change a collection", input=WordsIn, output=CollectionOut)
    def patch(self, _request: Any, collection_id: Any) -> Any:
        return self.save(catalog.collection(collection_id=collection_id))

    @operation("Remove a collection; its products stay")
    def delete(self, _request: Any, collection_id: Any) -> None:
        catalog_services.remove_collection(collection=catalog.collection(collection_id=collection_id))


class Items(AdminAPI):
    permission = "products.read"

    @operation("Products of a collection made by hand, in their order", output=ItemOut, many=True)
    def get(self, _request: Any, collection_id: Any) -> Any:
        return self.all_of(catalog.item_rows(catalog.collection(collection_id=collection_id).pk))


class Preview(AdminAPI):
    permission = "products.read"

    @operation("What a rule would take in today", input=RuleIn, output=PreviewOut)
    def post(self, _request: Any) -> Any:
        rule = catalog_services.clean_rule(self.input["rule"])
        total, more, cards = queries.previewed(rule, at=self.at)
        return {"total": total, "more": more, "products": cards}
