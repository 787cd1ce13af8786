"""How a dispute looks to the brand's staff."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, Strict
from haat.disputes.api.shapes import CaseRowOut, PaperOut, ShareMoney
from haat.sellers import queries as sellers

NOTE_MAX = 500


class DivisionIn(Strict):
    parts = serializers.ListField(child=serializers.CharField(max_length=40), min_length=1, max_length=50)


class BearingIn(Strict):
    bearer = serializers.ChoiceField(["seller", "brand"])
    note = serializers.CharField(max_length=NOTE_MAX)


class AnswerOut(serializers.Serializer[Any]):
    seller = serializers.CharField(source="seller.name")
    words = serializers.CharField()
    answered_at = serializers.DateTimeField(allow_null=True)


class ShareOut(ShareMoney):
    seller = serializers.SerializerMethodField()
    bearer = serializers.CharField(help_text="Empty until it is decided")

    def get_seller(self, share: Any) -> str:
        """Empty for money of no seller."""
        found = self.context["sellers"].get(share.seller_id)
        return found.name if found else ""


class CaseOut(CaseRowOut):
    order = serializers.CharField(source="order.number", default="", help_text="Empty for money without an order")
    deducted = MoneyField(source="deducted_minor", help_text="What the provider has taken from the balance")
    sellers_due_at = serializers.DateTimeField(allow_null=True)
    words = serializers.CharField()
    wanted = serializers.CharField(help_text="contest or accept: asked for, the provider has not answered yet")
    failure = serializers.CharField(help_text="Why the provider did not take it")
    submitted_at = serializers.DateTimeField(source="dispute.submitted_at", allow_null=True)
    bearer = serializers.CharField()
    decided_at = serializers.DateTimeField(allow_null=True)
    note = serializers.CharField()
    shares = serializers.SerializerMethodField()
    parts = serializers.SerializerMethodField(help_text="Of the order: what the dispute can be about")
    answers = AnswerOut(many=True)
    papers = PaperOut(many=True)
    actions = serializers.SerializerMethodField()

    def get_shares(self, case: Any) -> ShareOut(many=True):  # type: ignore[valid-type]  # drf-spectacular reads it
        rows = sorted(case.dispute.shares.all(), key=lambda share: share.reference_number)
        shops = sellers.sellers([share.seller_id for share in rows if share.seller_id])
        return ShareOut(rows, many=True, context={**self.context, "sellers": shops}).data

    def get_parts(self, case: Any) -> list[str]:
        return sorted(part.number for part in case.order.parts.all()) if case.order else []

    def get_actions(self, case: Any) -> list[str]:
        """What may be done with it now."""
        if "disputes.edit" not in self.context["view"].staff.permissions:
            return []
        found = ["write", "contest", "accept"] if case.is_answerable and not case.wanted else []
        if not case.bearer and case.order and not case.dispute.is_lost:
            found.append("divide")
        return [*found, "bear"] if case.is_lost and case.dispute.is_lost and not case.bearer else found
