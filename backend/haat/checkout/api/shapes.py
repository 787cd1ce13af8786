"""What a preview of a promotion looks like, for the staff of brand and seller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.fields import MoneyOut, money_dict

if TYPE_CHECKING:
    from haat.checkout.services import Preview


class PreviewLineOut(serializers.Serializer[Any]):
    title = serializers.CharField()
    quantity = serializers.IntegerField()
    price = MoneyOut()
    discount = MoneyOut()


class PreviewOut(serializers.Serializer[Any]):
    """`lines` are empty while the shop has no goods to show it on."""

    lines = PreviewLineOut(many=True)
    before = MoneyOut(allow_null=True)
    after = MoneyOut(allow_null=True)
    brand_pays = MoneyOut(allow_null=True)
    sellers_pay = MoneyOut(allow_null=True)
    sentences = serializers.ListField(
        child=serializers.CharField(), help_text="What it does, or why it does nothing here"
    )


def preview_shape(found: Preview | None) -> dict[str, Any]:
    if found is None:
        nothing = dict.fromkeys(("before", "after", "brand_pays", "sellers_pay"))
        return {"lines": [], "sentences": [], **nothing}
    currency = found.currency
    lines = [
        {
            "title": item.line.title, "quantity": item.line.quantity, "price": money_dict(item.line.gross_minor, currency),
            "discount": money_dict(item.discount_minor, currency),
        }
        for package in found.after.packages for item in package.lines
    ]  # fmt: skip
    sentences = [one.sentence for one in found.after.savings] + [one.sentence for one in found.after.refusals]
    sums = {
        "before": found.before.total_minor, "after": found.after.total_minor, "brand_pays": found.brand_pays_minor,
        "sellers_pay": found.sellers_pay_minor,
    }  # fmt: skip
    return {
        "lines": lines,
        "sentences": sentences,
        **{name: money_dict(minor, currency) for name, minor in sums.items()},
    }
