"""The tree of categories as staff shape it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from rest_framework import serializers

from haat.catalog import queries, services
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation


class CategoryOut(serializers.Serializer[Any]):
    """`products` are in the category itself; of those below it, see there."""

    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()
    parent_id = serializers.UUIDField(allow_null=True)
    position = serializers.IntegerField()
    description = serializers.CharField()
    image = serializers.CharField()
    image_url = serializers.SerializerMethodField()
    hsn = serializers.CharField(
        help_text="The HSN code of its goods; empty where what is above it says one, or nothing"
    )
    needs_month = serializers.BooleanField()
    seo_title = serializers.CharField()
    seo_description = serializers.CharField()
    products = serializers.SerializerMethodField()

    def get_image_url(self, category: Any) -> str | None:
        return f"{settings.MEDIA_URL}{category.image}" if category.image else None

    def get_products(self, category: Any) -> int:
        counts: dict[Any, int] = self.context["view"].counts
        return counts.get(category.pk, 0)


class WordsIn(Strict):
    """`position` is the place among its siblings, from 0; `take_old` takes an address over that still leads elsewhere."""

    name = serializers.CharField(max_length=120, required=False)
    slug = serializers.SlugField(max_length=80, required=False)
    parent_id = serializers.UUIDField(required=False, allow_null=True)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False)
    description = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    image = serializers.CharField(max_length=200, required=False, allow_blank=True)
    hsn = serializers.RegexField(
        r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$",
        required=False,
        allow_blank=True,
        error_messages={"invalid": "An HSN code has 4, 6 or 8 digits."},
    )
    needs_month = serializers.BooleanField(required=False)
    seo_title = serializers.CharField(max_length=70, required=False, allow_blank=True)
    seo_description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    take_old = serializers.BooleanField(required=False, default=False)


class CategoryIn(WordsIn):
    name = serializers.CharField(max_length=120)


class CategoryView(AdminAPI):
    permission = "products.read"
    permissions_by_method = {"POST": "products.decide", "PATCH": "products.decide", "DELETE": "products.decide"}

    @cached_property
    def counts(self) -> dict[Any, int]:
        return queries.goods_by_category()

    def save(self, category: Any) -> Any:
        changes = dict(self.input)
        take_old = changes.pop("take_old")
        return services.save_category(category=category, changes=changes, take_old=take_old)


class Categories(CategoryView):
    @operation("The whole tree, flat and in its order", output=CategoryOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(queries.categories())

    @operation("Make a category", input=CategoryIn, output=CategoryOut, status=201)
    def post(self, _request: Any) -> Any:
        return self.save(None)


class CategoryPage(CategoryView):
    @operation("One category", output=CategoryOut)
    def get(self, _request: Any, category_id: Any) -> Any:
        return queries.category_by_id(category_id=category_id)

    @operation("Rename, move, order or describe a category", input=WordsIn, output=CategoryOut)
    def patch(self, _request: Any, category_id: Any) -> Any:
        return self.save(queries.category_by_id(category_id=category_id))

    @operation("Archive an empty category")
    def delete(self, _request: Any, category_id: Any) -> None:
        services.archive_category(category=queries.category_by_id(category_id=category_id), at=self.at)
