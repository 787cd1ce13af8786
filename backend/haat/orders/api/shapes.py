"""Plain serializer parts without a role: figures of a line, entries of the history. Each role composes its own answer."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField


class OptionOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class LineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    slug = serializers.CharField()
    sku = serializers.CharField()
    options = OptionOut(many=True)
    image = serializers.CharField()
    quantity = serializers.IntegerField()
    unit_price = MoneyField(source="unit_minor")
    total = MoneyField(source="gross_minor")


class TaxedLineOut(LineOut):
    hsn = serializers.CharField()
    rate_bp = serializers.IntegerField(help_text="Basis points")
    rate_source = serializers.CharField()
    taxable = MoneyField(source="taxable_minor")
    cgst = MoneyField(source="cgst_minor")
    sgst = MoneyField(source="sgst_minor")
    igst = MoneyField(source="igst_minor")


class TimelineOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    text = serializers.CharField()
    at = serializers.DateTimeField()
    part = serializers.CharField(source="part.number", allow_null=True, default=None)


class AddressOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    phone = serializers.CharField()
    line1 = serializers.CharField()
    line2 = serializers.CharField(allow_blank=True)
    city = serializers.CharField()
    state = serializers.CharField()
    pin = serializers.CharField()
    country = serializers.CharField()


class SellerNameOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
