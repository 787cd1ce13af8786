"""Views of lists, the same in each staff portal."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.saved_views.queries import PLACES


class ViewOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    place = serializers.CharField()
    name = serializers.CharField()
    query = serializers.CharField()
    is_default = serializers.BooleanField()


class ViewIn(Strict):
    """`query` is the list's address after the question mark."""

    place = serializers.ChoiceField(choices=PLACES)
    name = serializers.CharField(max_length=40)
    query = serializers.CharField(max_length=1000, allow_blank=True, required=False, default="")
    is_default = serializers.BooleanField(required=False, default=False)


class ChangeIn(Strict):
    name = serializers.CharField(max_length=40, required=False)
    query = serializers.CharField(max_length=1000, allow_blank=True, required=False)
    is_default = serializers.BooleanField(required=False)


class Filters(serializers.Serializer[Any]):
    place = serializers.ChoiceField(choices=PLACES)
