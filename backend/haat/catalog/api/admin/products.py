"""The brand's staff decide what is in the shop."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries, services
from haat.catalog.types import ARCHIVED, DRAFT, PROPOSED, PUBLISHED, REJECTED
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation


class NamedOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class ProductOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    slug = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    status = serializers.CharField()
    category = NamedOut(allow_null=True)
    seller = NamedOut(allow_null=True)
    country_of_origin = serializers.CharField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField()
    missing = serializers.ListField(child=serializers.CharField())
    rejection_reason = serializers.CharField()
    image_url = serializers.SerializerMethodField()
    skus = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    actions = serializers.SerializerMethodField()

    def get_image_url(self, product: Any) -> str | None:
        return queries.pictures.small(product.media.all())

    def get_skus(self, product: Any) -> list[str]:
        return [variant.sku for variant in product.live_variants]

    def get_actions(self, product: Any) -> list[str]:
        return services.actions_of(product)


class ProductFilters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(
        choices=[DRAFT, PROPOSED, PUBLISHED, REJECTED, ARCHIVED], required=False, allow_blank=True
    )
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class RejectionIn(Strict):
    reason = serializers.CharField(max_length=1000)


class DescriptionIn(Strict):
    """`take_old` says that a slug which still leads to something else may be taken over."""

    slug = serializers.SlugField(max_length=120, required=False)
    seo_title = serializers.CharField(max_length=70, required=False, allow_blank=True)
    seo_description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    take_old = serializers.BooleanField(required=False, default=False)


class Products(AdminAPI):
    permission = "products.read"
    sorts = {"title": "title", "updated_at": "updated_at", "created_at": "created_at"}

    @operation("Products of the brand", output=ProductOut, filters=ProductFilters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.products(status=self.filters.get("status", ""), q=self.filters.get("q", ""))


class ProductPage(AdminAPI):
    permission = "products.read"
    permissions_by_method = {"PATCH": "products.decide"}

    @operation("One product", output=ProductOut)
    def get(self, _request: Any, product_id: Any) -> Any:
        return queries.product(product_id=product_id)

    @operation("Change address and words for search engines", input=DescriptionIn, output=ProductOut)
    def patch(self, _request: Any, product_id: Any) -> Any:
        changes = dict(self.input)
        take_old = changes.pop("take_old")
        product = queries.product(product_id=product_id)
        services.describe_product(product=product, changes=changes, take_old=take_old)
        return queries.product(product_id=product_id)


class Publication(AdminAPI):
    permission = "products.decide"

    @operation("Put a product into the shop", output=ProductOut)
    def post(self, _request: Any, product_id: Any) -> Any:
        product = queries.product(product_id=product_id)
        return services.publish_product(product=product, at=self.at)


class Rejection(AdminAPI):
    permission = "products.decide"

    @operation("Send a product back with a reason", input=RejectionIn, output=ProductOut)
    def post(self, _request: Any, product_id: Any) -> Any:
        product = queries.product(product_id=product_id)
        return services.reject_product(product=product, reason=self.input["reason"])
