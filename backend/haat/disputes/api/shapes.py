"""How a dispute looks to those who answer it. Staff and sellers get different parts of it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, Strict
from haat.disputes.models import Case, Paper

WORDS_MAX = 1_000


class CaseFilters(Strict):
    state = serializers.CharField(required=False, help_text="One or several of the states, with commas")
    q = serializers.CharField(required=False, max_length=80, help_text="Part of an order's number or the provider's id")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class WordsIn(Strict):
    words = serializers.CharField(max_length=WORDS_MAX)


class PaperIn(Strict):
    file = serializers.FileField(max_length=255, allow_empty_file=True)
    kind = serializers.ChoiceField(choices=Paper.Kind.choices)


class PaperOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    name = serializers.CharField()
    bytes = serializers.IntegerField(source="file_bytes")
    seller = serializers.CharField(source="seller.name", default="", help_text="Empty: from the brand's staff")
    url = serializers.SerializerMethodField(help_text="For the caller alone, for a quarter of an hour")
    added_at = serializers.DateTimeField(source="created_at")

    def get_url(self, paper: Any) -> str:
        view = self.context["view"]
        return view.link_to(paper)  # type: ignore[no-any-return]  # the view's


class CaseRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField(help_text="Of the order")
    provider_id = serializers.CharField(source="dispute.provider_dispute_id")
    state = serializers.ChoiceField(choices=Case.State.choices)
    amount = MoneyField(source="amount_minor", help_text="What the bank asks for")
    reason = serializers.SerializerMethodField(help_text="In the bank's words")
    phase = serializers.CharField(source="dispute.phase")
    raised_at = serializers.DateTimeField(source="dispute.raised_at")
    respond_by = serializers.DateTimeField(source="dispute.respond_by", allow_null=True)
    ended_at = serializers.DateTimeField(source="dispute.ended_at", allow_null=True)

    def get_reason(self, case: Any) -> str:
        words = case.dispute.reason or case.dispute.reason_code.replace("_", " ")
        return str(words[:1].upper() + words[1:])


class ShareMoney(serializers.Serializer[Any]):
    """What of it falls on one seller order."""

    part = serializers.CharField(source="reference_number")
    amount = MoneyField(source="amount_minor")
