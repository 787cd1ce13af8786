"""How a payout looks, without a role."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, money_dict


class PayoutLineOut(serializers.Serializer[Any]):
    number = serializers.CharField(source="part.number")
    paid_at = serializers.DateTimeField(allow_null=True)
    gross = serializers.SerializerMethodField()
    fee = serializers.SerializerMethodField()
    fee_gst = serializers.SerializerMethodField()
    tcs = serializers.SerializerMethodField()
    tds = serializers.SerializerMethodField()
    net = serializers.SerializerMethodField()
    left = serializers.SerializerMethodField(
        help_text="Paid by the brand above what the customer paid; stays in the balance"
    )

    def _money(self, line: Any, name: str) -> dict[str, Any] | None:
        return money_dict(getattr(line, f"{name}_minor"), line.part.currency)

    def get_gross(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "gross")

    def get_fee(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "fee")

    def get_fee_gst(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "fee_gst")

    def get_tcs(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "tcs")

    def get_tds(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "tds")

    def get_left(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "left")

    def get_net(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "net")


class PayoutRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    status = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    due_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    paid_at = serializers.DateTimeField(allow_null=True)
    parts = serializers.SerializerMethodField()
    frozen_until = serializers.SerializerMethodField()
    frozen_reason = serializers.SerializerMethodField()

    def get_frozen_until(self, payout: Any) -> datetime | None:
        """Until when a scheduled payout waits, because the seller's payouts are on hold."""
        return payout.seller.payouts_frozen_until if self._is_frozen(payout) else None

    def get_frozen_reason(self, payout: Any) -> str:
        return str(payout.seller.get_payouts_frozen_reason_display()) if self._is_frozen(payout) else ""

    def _is_frozen(self, payout: Any) -> bool:
        return bool(payout.status == "scheduled" and payout.seller.is_frozen(self.context["view"].at))

    def get_parts(self, payout: Any) -> int:
        return len(payout.lines.all())
