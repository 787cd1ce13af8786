"""Shapes that several answers share; none says who a customer is beyond the name they chose."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.reviews.types import CAUSES, STARS


class ProductOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    slug = serializers.CharField()
    title = serializers.CharField()


class SellerOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    slug = serializers.CharField()
    name = serializers.CharField()


class BarOut(serializers.Serializer[Any]):
    stars = serializers.IntegerField()
    total = serializers.IntegerField()
    percent = serializers.IntegerField()


class FiguresOut(serializers.Serializer[Any]):
    """`average` has one decimal and is empty without reviews; `worded` of the `total` have words to read."""

    average = serializers.CharField()
    tenths = serializers.IntegerField()
    total = serializers.IntegerField()
    worded = serializers.IntegerField()
    histogram = serializers.SerializerMethodField()

    def get_histogram(self, figures: Any) -> list[dict[str, int]]:
        counts = [(stars, figures.by_stars.get(stars, 0)) for stars in STARS]
        share = max(figures.total, 1)
        return [{"stars": stars, "total": n, "percent": (n * 200 + share) // (2 * share)} for stars, n in counts]


class ReportIn(Strict):
    cause = serializers.ChoiceField(choices=CAUSES)
    text = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
