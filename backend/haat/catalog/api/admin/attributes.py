"""Typed attributes: the brand's words for facts, their choices, and the categories that have them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries, services
from haat.catalog.types import KINDS
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation


class ChoiceOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]  # DRF's own `label` is another thing
    swatch = serializers.CharField()


class PlaceOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="category_id")
    slug = serializers.CharField(source="category.slug")
    name = serializers.CharField(source="category.name")


class AttributeOut(serializers.Serializer[Any]):
    """`used` products have a value of it."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()
    unit = serializers.CharField()
    is_facet = serializers.BooleanField()
    is_axis = serializers.BooleanField()
    is_required = serializers.BooleanField()
    position = serializers.IntegerField()
    choices = ChoiceOut(many=True)
    categories = PlaceOut(source="places", many=True)
    used = serializers.IntegerField()
    archived_at = serializers.DateTimeField(allow_null=True)


class ChoiceIn(Strict):
    id = serializers.UUIDField(required=False)
    label = serializers.CharField(max_length=40)  # type: ignore[assignment]  # DRF's own `label` is another thing
    swatch = serializers.RegexField(
        r"^#[0-9a-fA-F]{6}$", required=False, allow_blank=True, error_messages={"invalid": "Write a colour as #rrggbb."}
    )


class AttributeIn(Strict):
    """The whole attribute. Choices in their order; those that are left out are archived."""

    code = serializers.SlugField(max_length=40)
    name = serializers.CharField(max_length=30)
    kind = serializers.ChoiceField(choices=KINDS)
    unit = serializers.CharField(max_length=12, required=False, allow_blank=True)
    is_facet = serializers.BooleanField(required=False, default=False)
    is_axis = serializers.BooleanField(required=False, default=False)
    is_required = serializers.BooleanField(required=False, default=False)
    position = serializers.IntegerField(min_value=0, max_value=10_000, required=False, default=0)
    choices = ChoiceIn(many=True, required=False)
    category_ids = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=200)


class AttributeFilters(serializers.Serializer[Any]):
    archived = serializers.BooleanField(required=False, default=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=60)


def spec_of(given: dict[str, Any]) -> services.AttributeSpec:
    choices = [services.ChoiceSpec(**one) for one in given.get("choices", [])]
    return services.AttributeSpec(**given | {"choices": choices})


class Attributes(AdminAPI):
    permission = "products.read"
    permissions_by_method = {"POST": "products.decide"}
    sorts = {"name": "name", "position": "position"}

    @operation("Typed attributes of the brand", output=AttributeOut, filters=AttributeFilters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.attributes(archived=self.filters["archived"], q=self.filters.get("q", ""))

    @operation("Make an attribute", input=AttributeIn, output=AttributeOut, status=201)
    def post(self, _request: Any) -> Any:
        made = services.save_attribute(spec=spec_of(self.input), attribute=None, at=self.at)
        return queries.attribute(attribute_id=made.pk)


class AttributePage(AdminAPI):
    permission = "products.read"
    permissions_by_method = {"PUT": "products.decide"}

    @operation("One attribute", output=AttributeOut)
    def get(self, _request: Any, attribute_id: Any) -> Any:
        return queries.attribute(attribute_id=attribute_id)

    @operation("Change an attribute; kind and code stay", input=AttributeIn, output=AttributeOut)
    def put(self, _request: Any, attribute_id: Any) -> Any:
        attribute = queries.attribute(attribute_id=attribute_id)
        services.save_attribute(spec=spec_of(self.input), attribute=attribute, at=self.at)
        return queries.attribute(attribute_id=attribute_id)


class AttributeArchive(AdminAPI):
    permission = "products.decide"

    @operation("Archive an attribute: editors, filters and pages drop it, values stay", output=AttributeOut)
    def post(self, _request: Any, attribute_id: Any) -> Any:
        attribute = queries.attribute(attribute_id=attribute_id)
        services.archive_attribute(attribute=attribute, at=self.at)
        return queries.attribute(attribute_id=attribute_id)

    @operation("Bring an archived attribute back", output=AttributeOut)
    def delete(self, _request: Any, attribute_id: Any) -> Any:
        attribute = queries.attribute(attribute_id=attribute_id)
        services.archive_attribute(attribute=attribute, at=None)
        return queries.attribute(attribute_id=attribute_id)
