"""Explain this rupee: a line with the entries of the books behind it and the sentences of its fees."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, money_dict
from haat.payouts.api.shapes.payout import PayoutLineOut


class LegOut(serializers.Serializer[Any]):
    source = serializers.CharField(source="source.code")  # type: ignore[assignment]  # the field is named source
    destination = serializers.CharField(source="destination.code")
    amount = serializers.SerializerMethodField()

    def get_amount(self, posting: Any) -> dict[str, Any] | None:
        return money_dict(posting.amount_minor, posting.source.currency)


class EntryOut(serializers.Serializer[Any]):
    key = serializers.CharField()
    code = serializers.CharField()
    at = serializers.DateTimeField()
    reference = serializers.CharField()
    description = serializers.CharField()
    postings = LegOut(many=True)


class FeeOut(serializers.Serializer[Any]):
    title = serializers.CharField()
    explanation = serializers.CharField()
    gross = MoneyField(source="gross_minor")
    fee = MoneyField(source="fee_minor")
    fee_gst = MoneyField(source="fee_gst_minor")
    tcs = MoneyField(source="tcs_minor")
    tds = MoneyField(source="tds_minor")
    net = MoneyField(source="net_minor")


class ExplainedOut(serializers.Serializer[Any]):
    line = PayoutLineOut()
    entries = EntryOut(source="transactions", many=True)
    fees = FeeOut(many=True)
