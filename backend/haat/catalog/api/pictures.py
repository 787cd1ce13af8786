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
    url = serializers.SerializerMethodField()
    sources = serializers.SerializerMethodField()

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


class OrderIn(Strict):
    ids = serializers.ListField(child=serializers.UUIDField(), max_length=100)
