"""A quote as customers see it: each parcel, each figure, and what each is made of."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, money_dict


class GiftOut(serializers.Serializer[Any]):
    last4 = serializers.CharField()
    balance = serializers.SerializerMethodField()
    pays = serializers.SerializerMethodField(help_text="Of what the brand itself sells")

    def get_balance(self, gift: Any) -> dict[str, Any] | None:
        return money_dict(gift.balance_minor, self.context["brand"].currency)

    def get_pays(self, gift: Any) -> dict[str, Any] | None:
        return money_dict(gift.minor, self.context["brand"].currency)


class SavingOut(serializers.Serializer[Any]):
    name = serializers.CharField(source="rule.name")
    code = serializers.CharField(help_text="Empty for a promotion without a code")
    sentence = serializers.CharField()
    amount = serializers.SerializerMethodField()

    def get_amount(self, saving: Any) -> dict[str, Any] | None:
        return money_dict(saving.minor, self.context["brand"].currency)


class RefusalOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    reason = serializers.CharField(help_text="A word for programs, such as expired or minimum_not_reached")
    sentence = serializers.CharField()
    missing = serializers.SerializerMethodField(help_text="What is left to spend; null when that is not the reason")

    def get_missing(self, refusal: Any) -> dict[str, Any] | None:
        return money_dict(refusal.missing_minor or None, self.context["brand"].currency)


class ReasonOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    amount = serializers.SerializerMethodField()
    sentence = serializers.CharField()

    def get_amount(self, reason: Any) -> dict[str, Any] | None:
        return money_dict(reason.minor, self.context["brand"].currency)


class QuotedLineOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(source="line.offer_id")
    title = serializers.CharField(source="line.title")
    quantity = serializers.IntegerField(source="line.quantity")
    total = serializers.SerializerMethodField(help_text="Price times quantity, before discounts")
    discount = serializers.SerializerMethodField()
    paid = serializers.SerializerMethodField()
    tax = serializers.SerializerMethodField()
    rate_bp = serializers.IntegerField(source="tax.rate_bp")
    rate_source = serializers.CharField()

    def get_total(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.line.gross_minor, self.context["brand"].currency)

    def get_discount(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.discount_minor, self.context["brand"].currency)

    def get_paid(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.paid_minor, self.context["brand"].currency)

    def get_tax(self, item: Any) -> dict[str, Any] | None:
        return money_dict(item.tax.tax_minor, self.context["brand"].currency)


class PackageOut(serializers.Serializer[Any]):
    seller = serializers.CharField(source="seller_name")
    lines = QuotedLineOut(many=True)
    goods = serializers.SerializerMethodField()
    discount = serializers.SerializerMethodField()
    shipping = serializers.SerializerMethodField()
    shipping_reason = serializers.CharField()
    shipping_is_least = serializers.BooleanField(help_text="The address decides whether it is more")

    def get_goods(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.goods_minor, self.context["brand"].currency)

    def get_discount(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.discount_minor, self.context["brand"].currency)

    def get_shipping(self, package: Any) -> dict[str, Any] | None:
        return money_dict(package.shipping_minor, self.context["brand"].currency)


class EstimateOut(serializers.Serializer[Any]):
    tax_name = serializers.CharField()
    packages = PackageOut(many=True)
    goods = MoneyField(source="goods_minor")
    discount = MoneyField(source="discount_minor")
    savings = SavingOut(many=True)
    refusals = RefusalOut(many=True)
    shipping = MoneyField(source="shipping_minor")
    shipping_is_least = serializers.BooleanField()
    undelivered = serializers.CharField(help_text="Why nothing is sent there; empty when it is")
    total = MoneyField(source="total_minor")


class QuoteOut(EstimateOut):
    payment_method = serializers.CharField(source="method")
    cod_fee = MoneyField(source="cod_fee_minor")
    tax_included = MoneyField(source="tax_minor")
    reasons = ReasonOut(many=True)
    problems = serializers.ListField(child=serializers.CharField())
    gift_card = GiftOut(source="gift", allow_null=True)
    to_pay = MoneyField(source="to_pay_minor", help_text="What is left beside the gift card")
    takes_gift_cards = serializers.SerializerMethodField()

    def get_takes_gift_cards(self, _quote: Any) -> bool:
        return bool(self.context["brand"].policy("gift_cards", False))
