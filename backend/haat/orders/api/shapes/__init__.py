"""Plain serializer parts without a role: figures of a line, entries of the history. Each role composes its own answer."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core import countries
from haat.core.api.fields import MoneyField, money_dict


class OptionOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    value = serializers.CharField()


class DiscountOut(serializers.Serializer[Any]):
    """One promotion on a line, a delivery or a whole order."""

    name = serializers.CharField()
    code = serializers.CharField(help_text="Empty for a promotion without a code")
    amount = serializers.SerializerMethodField()
    brand_amount = serializers.SerializerMethodField(help_text="The brand's share; the sellers pay the rest")

    def get_amount(self, discount: dict[str, Any]) -> dict[str, Any] | None:
        return money_dict(discount["minor"], self.context["brand"].currency)

    def get_brand_amount(self, discount: dict[str, Any]) -> dict[str, Any] | None:
        return money_dict(discount["brand_minor"], self.context["brand"].currency)


class AppliedOut(serializers.Serializer[Any]):
    """What a customer is told of a discount."""

    name = serializers.CharField()
    code = serializers.CharField()
    sentence = serializers.CharField()
    amount = serializers.SerializerMethodField()

    def get_amount(self, discount: dict[str, Any]) -> dict[str, Any] | None:
        return money_dict(discount["minor"], self.context["brand"].currency)


class LineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    slug = serializers.CharField()
    sku = serializers.CharField()
    options = OptionOut(many=True)
    image = serializers.CharField()
    quantity = serializers.IntegerField()
    cancelled = serializers.IntegerField(source="called_off", help_text="Units that were called off before shipping")
    unit_price = MoneyField(source="unit_minor")
    total = MoneyField(source="gross_minor", help_text="Price times quantity, before discounts")
    discount = MoneyField(source="discount_minor")
    paid = MoneyField(source="paid_minor")
    units = serializers.ListField(child=serializers.CharField(), help_text="Numbered units, such as No. 7")


class TaxedLineOut(LineOut):
    hsn = serializers.CharField()
    rate_bp = serializers.IntegerField(help_text="Basis points")
    rate_source = serializers.CharField()
    taxable = MoneyField(source="taxable_minor")
    cgst = MoneyField(source="cgst_minor")
    sgst = MoneyField(source="sgst_minor")
    igst = MoneyField(source="igst_minor")
    vat = MoneyField(source="vat_minor")
    brand_discount = MoneyField(source="brand_discount_minor", help_text="The brand's share of the discount")
    discounts = DiscountOut(many=True)


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
    state_name = serializers.SerializerMethodField()
    pin = serializers.CharField()
    country = serializers.CharField()
    business_name = serializers.CharField(help_text="Of who buys for a business")
    tax_number = serializers.CharField()

    def get_state_name(self, address: dict[str, str]) -> str:
        return countries.country(address["country"]).region_name(address["state"])


class SellerNameOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
