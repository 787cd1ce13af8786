"""Shapes of the catalogue that the portals of several roles show."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers


@extend_schema_field({})
class AnyField(serializers.Field[Any, Any, Any, Any]):
    """A text, a list of texts or of pictures, or nothing."""

    def to_representation(self, value: Any) -> Any:
        return value


class DiffOut(serializers.Serializer[Any]):
    """One thing that is different: `kind` is text, list, pictures or new; `of` the variant's SKU where it is about one."""

    field = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # DRF's own `label` is another thing
    kind = serializers.CharField()
    of = serializers.CharField()
    before = AnyField(allow_null=True)
    after = AnyField(allow_null=True)
