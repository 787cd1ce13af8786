"""One way in which money goes."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField


class WayOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    rail = serializers.CharField(help_text="route_hold, route_direct or bank_file")
    status = serializers.CharField(help_text="waiting, sent, paid, failed or returned")
    amount = MoneyField(source="amount_minor")
    reference = serializers.CharField()
    provider_id = serializers.CharField(allow_null=True, help_text="The transfer's id, or the bank's UTR")
    account_last4 = serializers.CharField()
    failure = serializers.CharField()
    ended_at = serializers.DateTimeField(allow_null=True)
