"""Typed attributes and waiting edits, as a seller's editor reads and writes them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog.api.shapes import DiffOut

ATTRIBUTES_MAX = 100


class AttributeChoiceOut(serializers.Serializer[Any]):
    label = serializers.CharField()  # type: ignore[assignment]  # DRF's own `label` is another thing
    swatch = serializers.CharField()


class AttributeOut(serializers.Serializer[Any]):
    """What goods of a category may say, and in which form."""

    code = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()
    unit = serializers.CharField()
    is_required = serializers.BooleanField()
    is_axis = serializers.BooleanField()
    is_facet = serializers.BooleanField()
    choices = AttributeChoiceOut(many=True)


@extend_schema_field({"type": "object", "additionalProperties": True})
class AnythingField(serializers.Field[Any, Any, Any, Any]):
    """Values by code, checked by the kind of their attribute where they are written."""

    def to_representation(self, value: Any) -> Any:
        return value

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict) or len(data) > ATTRIBUTES_MAX or not all(isinstance(key, str) for key in data):
            raise serializers.ValidationError("Give values by the code of their attribute.")
        return data


class ChangeOut(serializers.Serializer[Any]):
    """An edit of what is in the shop, as field, before, after. `reason` is what staff wrote, word for word."""

    id = serializers.UUIDField(source="pk")
    status = serializers.CharField()
    diff = serializers.SerializerMethodField()
    wanted = serializers.SerializerMethodField()
    reason = serializers.CharField()
    reason_code = serializers.CharField()
    created_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)

    @extend_schema_field({"type": "object", "additionalProperties": True})
    def get_wanted(self, change: Any) -> Any:
        """The same as values, as an edit would give them; variants by id."""
        return catalog.wanted_by(change)

    @extend_schema_field(DiffOut(many=True))
    def get_diff(self, change: Any) -> Any:
        return DiffOut(catalog.diff_of(change), many=True).data
