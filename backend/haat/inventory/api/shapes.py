"""Shapes without a role."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class PlaceCountOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="place.pk")
    name = serializers.CharField(source="place.name")
    is_open = serializers.SerializerMethodField()
    on_hand = serializers.IntegerField()
    reserved = serializers.IntegerField()
    available = serializers.IntegerField()

    def get_is_open(self, row: Any) -> bool:
        return row.place.archived_at is None
