"""What sellers and the brand's staff do with pictures of a product; each role has views of its own."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries
from haat.core.api.fields import Strict

ALT_LENGTH_MAX = 250


class SourceOut(serializers.Serializer[Any]):
    type = serializers.CharField()
    srcset = serializers.CharField()


class PictureOut(serializers.Serializer[Any]):
    """`status` is processing, ready or failed; `problem` says why it failed. Without `url` there is nothing to see yet."""

    id = serializers.UUIDField()
    status = serializers.CharField()
    problem = serializers.CharField()
    is_live = serializers.BooleanField(help_text="False while the brand has not agreed to it")
    alt = serializers.CharField()
    variant = serializers.UUIDField(source="variant_id", allow_null=True)
    width = serializers.IntegerField(allow_null=True)
    height = serializers.IntegerField(allow_null=True)
    is_cut = serializers.SerializerMethodField(help_text="Turned or cropped here; the original is kept")
    url = serializers.SerializerMethodField()
    sources = serializers.SerializerMethodField()

    def get_is_cut(self, row: Any) -> bool:
        return bool(row.steps)

    def get_url(self, row: Any) -> str | None:
        return queries.pictures.picture_of(row)["url"] if row.is_shown else None

    def get_sources(self, row: Any) -> SourceOut(many=True):  # type: ignore[valid-type]  # drf-spectacular reads it
        return queries.pictures.picture_of(row)["sources"] if row.is_shown else []


class PictureIn(Strict):
    file = serializers.FileField(max_length=255, allow_empty_file=True)
    alt = serializers.CharField(max_length=ALT_LENGTH_MAX, required=False, allow_blank=True, default="")
    variant = serializers.UUIDField(required=False, allow_null=True, default=None)


class PictureChangeIn(Strict):
    alt = serializers.CharField(max_length=ALT_LENGTH_MAX, required=False, allow_blank=True)
    variant = serializers.UUIDField(required=False, allow_null=True)


class CutIn(Strict):
    """First turned to the right, then cropped: left, top, width, height in thousandths of what is seen then."""

    turn = serializers.ChoiceField(choices=[0, 90, 180, 270], required=False, default=0)
    crop = serializers.ListField(
        child=serializers.IntegerField(min_value=0, max_value=1000),
        min_length=4,
        max_length=4,
        required=False,
        default=[],
    )
    anew = serializers.BooleanField(required=False, default=False, help_text="Begin at the original")


class OrderIn(Strict):
    ids = serializers.ListField(child=serializers.UUIDField(), max_length=100)
