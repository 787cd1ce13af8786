"""A commission rule as forms give it and screens show it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.commissions.models import CommissionRule
from haat.commissions.types import RuleSpec
from haat.core.api.fields import Strict, money_dict


def minor(help_text: str) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=0, required=False, allow_null=True, default=None, help_text=help_text)


class RuleIn(Strict):
    name = serializers.CharField(max_length=120)
    percent_bp = serializers.IntegerField(min_value=0, max_value=10_000, help_text="Hundredths of a percent")
    basis = serializers.ChoiceField(
        CommissionRule.Basis.choices, required=False, default=CommissionRule.Basis.TAXABLE,
        help_text="What the percent is of: the taxable value, or what the seller sells it for, tax inside",
    )  # fmt: skip
    with_shipping = serializers.BooleanField(
        required=False, default=False,
        help_text="Takes the percent of a parcel's delivery too; not for a rule of some goods alone",
    )  # fmt: skip
    fixed_minor = serializers.IntegerField(min_value=0, required=False, default=0, help_text="For each piece")
    floor_minor = minor("At least, for a line")
    cap_minor = minor("At most, for a line")
    seller_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    seller_tier = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    category_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    product_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    price_min_minor = minor("For pieces of this price and above, before discounts")
    price_max_minor = minor("For pieces up to this price, before discounts")
    payment = serializers.ChoiceField(
        [("", ""), *CommissionRule.Payment.choices], required=False, default="", help_text="Empty: however it is paid"
    )
    valid_from = serializers.DateField()
    valid_to = serializers.DateField(required=False, allow_null=True, default=None)
    position = serializers.IntegerField(min_value=0, required=False, allow_null=True, default=None)


class RuleOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    version = serializers.IntegerField()
    position = serializers.IntegerField()
    seller_id = serializers.UUIDField(allow_null=True)
    seller = serializers.CharField(source="seller.name", allow_null=True, default=None)
    seller_tier = serializers.CharField(help_text="Empty: every tier, and none")
    category_id = serializers.UUIDField(allow_null=True)
    category = serializers.CharField(source="category.name", allow_null=True, default=None)
    product_id = serializers.UUIDField(allow_null=True)
    product = serializers.CharField(source="product.title", allow_null=True, default=None)
    price_min = serializers.SerializerMethodField()
    price_max = serializers.SerializerMethodField()
    payment = serializers.CharField(help_text="prepaid, cod, or empty: however it is paid")
    percent_bp = serializers.IntegerField()
    basis = serializers.CharField(help_text="taxable or gross")
    with_shipping = serializers.BooleanField()
    fixed = serializers.SerializerMethodField()
    floor = serializers.SerializerMethodField()
    cap = serializers.SerializerMethodField()
    valid_from = serializers.DateField()
    valid_to = serializers.DateField(allow_null=True)
    actions = serializers.SerializerMethodField()

    def _money(self, minor: int | None) -> dict[str, Any] | None:
        return money_dict(minor, self.context["brand"].currency)

    def get_price_min(self, rule: Any) -> dict[str, Any] | None:
        return self._money(rule.price_min_minor)

    def get_price_max(self, rule: Any) -> dict[str, Any] | None:
        return self._money(rule.price_max_minor)

    def get_fixed(self, rule: Any) -> dict[str, Any] | None:
        return self._money(rule.fixed_minor)

    def get_floor(self, rule: Any) -> dict[str, Any] | None:
        return self._money(rule.floor_minor)

    def get_cap(self, rule: Any) -> dict[str, Any] | None:
        return self._money(rule.cap_minor)

    def get_actions(self, _rule: Any) -> list[str]:
        return ["edit", "archive"]


def spec_of(given: dict[str, Any]) -> tuple[RuleSpec, int | None]:
    """A rule as a form gives it, and its place in the order."""
    fields = dict(given)
    position = fields.pop("position")
    for name in ("seller_id", "category_id", "product_id", "valid_to"):
        fields[name] = str(fields[name]) if fields[name] else None
    return RuleSpec(**fields | {"valid_from": str(fields["valid_from"])}), position
