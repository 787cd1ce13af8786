"""How promotions come in and look, for brand and seller staff alike."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MomentField, MoneyField, Strict, money_dict
from haat.promotions import queries, services
from haat.promotions.models import Promotion
from haat.promotions.types import MINOR_MAX, PIECES_MAX


def amount(**more: Any) -> serializers.IntegerField:
    """Whole minor units, never negative; a fraction or a text of rupees is refused."""
    return serializers.IntegerField(min_value=0, max_value=MINOR_MAX, **more)


def limit(**more: Any) -> serializers.IntegerField:
    return serializers.IntegerField(
        min_value=1, max_value=2**31 - 1, allow_null=True, default=None, help_text="Null for no limit", **more
    )


def money_limit() -> serializers.IntegerField:
    return serializers.IntegerField(
        min_value=1, max_value=MINOR_MAX, allow_null=True, default=None, help_text="Minor units; null for no limit"
    )


def ids() -> serializers.ListField:
    return serializers.ListField(child=serializers.UUIDField(), default=list, max_length=200, help_text="Empty for all")


class TermsIn(Strict):
    """The terms that a seller may set: its own goods, at its own cost."""

    name = serializers.CharField(max_length=80)
    benefit = serializers.ChoiceField(Promotion.Benefit.choices)
    starts_at = MomentField()
    ends_at = MomentField(allow_null=True, default=None)
    needs_code = serializers.BooleanField(default=False)
    percent_bp = serializers.IntegerField(min_value=0, max_value=10_000, default=0, help_text="Basis points")
    amount_minor = amount(default=0, help_text="Off the goods, or the price of a piece")
    cap_minor = money_limit()
    buy_quantity = serializers.IntegerField(min_value=0, max_value=PIECES_MAX, default=0)
    get_quantity = serializers.IntegerField(min_value=0, max_value=PIECES_MAX, default=0)
    min_spend_minor = amount(default=0)
    min_quantity = serializers.IntegerField(min_value=0, max_value=PIECES_MAX, default=0)
    first_order_only = serializers.BooleanField(default=False)
    category_ids = ids()
    product_ids = ids()
    is_exclusive = serializers.BooleanField(default=False)
    priority = serializers.IntegerField(min_value=-1000, max_value=1000, default=0)
    budget_minor = money_limit()
    uses_max = limit()
    uses_per_customer = limit()
    minor_per_customer = money_limit()


class BrandTermsIn(TermsIn):
    seller_ids = ids()
    brand_bp = serializers.IntegerField(
        min_value=0, max_value=10_000, default=10_000, help_text="The brand's share; the named sellers pay the rest"
    )


class TargetOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class TargetsOut(serializers.Serializer[Any]):
    """What a promotion can be narrowed to."""

    categories = TargetOut(many=True)
    sellers = TargetOut(many=True)


class MoveIn(Strict):
    verb = serializers.ChoiceField(["launch", "pause", "end"])
    reason = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class CouponIn(Strict):
    code = serializers.CharField(max_length=40)
    uses_max = limit()
    expires_at = MomentField(allow_null=True, default=None)


class PromotionOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    status = serializers.CharField()
    seller = serializers.CharField(source="seller.name", allow_null=True, default=None)
    sentence = serializers.SerializerMethodField(help_text="What it does, as shoppers read it")
    needs_code = serializers.BooleanField()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField(allow_null=True)
    benefit = serializers.CharField()
    percent_bp = serializers.IntegerField()
    brand_bp = serializers.IntegerField()
    is_exclusive = serializers.BooleanField()
    priority = serializers.IntegerField()
    uses = serializers.IntegerField()
    uses_max = serializers.IntegerField(allow_null=True)
    spent = MoneyField(source="spent_minor")
    budget = MoneyField(source="budget_minor", allow_null=True)
    actions = serializers.SerializerMethodField()

    def get_sentence(self, promotion: Promotion) -> str:
        return queries.sentence(queries.rule_of(promotion))

    def get_actions(self, promotion: Promotion) -> list[str]:
        return services.actions(promotion)


class PromotionDetailOut(PromotionOut):
    amount = MoneyField(source="amount_minor", allow_null=True)
    cap = MoneyField(source="cap_minor", allow_null=True)
    min_spend = MoneyField(source="min_spend_minor", allow_null=True)
    minor_per_customer = MoneyField(source="minor_per_customer", allow_null=True)
    buy_quantity = serializers.IntegerField()
    get_quantity = serializers.IntegerField()
    min_quantity = serializers.IntegerField()
    first_order_only = serializers.BooleanField()
    uses_per_customer = serializers.IntegerField(allow_null=True)
    seller_ids = serializers.ListField(child=serializers.UUIDField())
    category_ids = serializers.ListField(child=serializers.UUIDField())
    product_ids = serializers.ListField(child=serializers.UUIDField())
    is_used = serializers.SerializerMethodField(help_text="Its terms stand still from the first use on")
    paid_by_brand = serializers.SerializerMethodField()
    paid_by_sellers = serializers.SerializerMethodField()

    def get_is_used(self, promotion: Promotion) -> bool:
        return queries.is_used(promotion)

    def get_paid_by_brand(self, promotion: Promotion) -> dict[str, Any] | None:
        return money_dict(queries.cost(promotion=promotion)["brand_minor"], promotion.currency)

    def get_paid_by_sellers(self, promotion: Promotion) -> dict[str, Any] | None:
        return money_dict(queries.cost(promotion=promotion)["sellers_minor"], promotion.currency)


class CouponOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    uses = serializers.IntegerField()
    uses_max = serializers.IntegerField(allow_null=True)
    expires_at = serializers.DateTimeField(allow_null=True)
    stopped_at = serializers.DateTimeField(allow_null=True)
