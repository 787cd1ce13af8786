"""Zones and rates as the API takes and gives them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyOut, Strict
from haat.shipping.types import BY_PRICE, BY_WEIGHT, ONE_FEE, PER_KG, Rates, Step, Zone

CODES_MAX = 1000  # of one request; what a zone may have is less


class StepShape(Strict):
    up_to = serializers.IntegerField(help_text="Grams, or minor units of goods; the last one included")
    fee_minor = serializers.IntegerField()


class RatesShape(Strict):
    """Fees and prices in minor units of the brand's currency."""

    delivers = serializers.BooleanField(default=True, help_text="If not, orders to there are refused")
    by = serializers.ChoiceField([BY_WEIGHT, BY_PRICE])
    steps = serializers.ListField(child=StepShape(), max_length=100)
    beyond = serializers.ChoiceField(
        [ONE_FEE, PER_KG],
        help_text="Above the last step: one fee, or the last step's and one for each further kilogram that is begun",
    )
    beyond_minor = serializers.IntegerField()
    free_above_minor = serializers.IntegerField(
        allow_null=True, default=None, help_text="Goods of this value and more are sent for nothing; null: never"
    )
    cash = serializers.BooleanField(default=True, help_text="Whether cash on delivery is offered there")


class ZoneShape(RatesShape):
    name = serializers.CharField(max_length=200, allow_blank=True)
    prefixes = serializers.ListField(
        child=serializers.CharField(max_length=20), max_length=CODES_MAX, default=list, help_text="How PIN codes begin"
    )
    regions = serializers.ListField(
        child=serializers.CharField(max_length=2), max_length=100, default=list, help_text="Codes of states or emirates"
    )


class RatesIn(Strict):
    """All of a brand's rates. Without zones and `elsewhere` the brand goes by its policies again."""

    version = serializers.IntegerField(
        min_value=0, help_text="Of the rates that were read; refused when there are newer"
    )
    zones = serializers.ListField(child=ZoneShape(), max_length=100)
    elsewhere = RatesShape(allow_null=True)


class RegionOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField()


class TariffOut(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    currency = serializers.CharField()
    takes_cash = serializers.BooleanField(help_text="Whether the brand offers cash on delivery at all")
    has_post_codes = serializers.BooleanField()
    region_word = serializers.CharField()
    regions = RegionOut(many=True)
    zones = ZoneShape(many=True)
    elsewhere = RatesShape(allow_null=True)
    standing = RatesShape(help_text="What the policies say: it holds while there are no rates, and is a start for some")


class TrialIn(Strict):
    pin = serializers.CharField(max_length=6, allow_blank=True, default="")
    region = serializers.CharField(max_length=2, allow_blank=True, default="", help_text="State or emirate")
    weight_g = serializers.IntegerField(min_value=0, max_value=10_000_000)
    goods_minor = serializers.IntegerField(min_value=0)


class TrialOut(serializers.Serializer[Any]):
    delivers = serializers.BooleanField()
    cash = serializers.BooleanField()
    fee = MoneyOut()
    sentence = serializers.CharField()


def rates_of(row: dict[str, Any], name: str = "") -> Rates:
    steps = tuple(Step(**step) for step in row["steps"])
    return Rates(
        name,
        row["delivers"],
        row["by"],
        steps,
        row["beyond"],
        row["beyond_minor"],
        row["free_above_minor"],
        row["cash"],
    )


def zone_of(row: dict[str, Any]) -> Zone:
    return Zone(rates_of(row, row["name"]), tuple(one.strip() for one in row["prefixes"]), tuple(row["regions"]))


def rates_shape(rates: Rates) -> dict[str, Any]:
    names = ("name", "delivers", "by", "steps", "beyond", "beyond_minor", "free_above_minor", "cash")
    return {name: getattr(rates, name) for name in names}


def zone_shape(zone: Zone) -> dict[str, Any]:
    return rates_shape(zone.rates) | {"prefixes": zone.prefixes, "regions": zone.regions}
