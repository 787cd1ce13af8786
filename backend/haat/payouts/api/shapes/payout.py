"""A payout and its lines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, money_dict


class PayoutLineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField(
        help_text="sale, credit, adjustment, dispute, returned, reserve_held, reserve_released, carried or left"
    )
    number = serializers.SerializerMethodField(help_text="The part's, or of the payout that it was carried from")
    text = serializers.CharField()
    gross = serializers.SerializerMethodField()
    fee = serializers.SerializerMethodField()
    fee_gst = serializers.SerializerMethodField()
    tcs = serializers.SerializerMethodField()
    tds = serializers.SerializerMethodField()
    net = serializers.SerializerMethodField()

    def _money(self, line: Any, name: str) -> dict[str, Any] | None:
        return money_dict(getattr(line, f"{name}_minor"), self.context["brand"].currency)

    def get_number(self, line: Any) -> str:
        thing = line.part or line.carried_from
        return str(thing.number) if thing else ""

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

    def get_net(self, line: Any) -> dict[str, Any] | None:
        return self._money(line, "net")


class PayoutRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    status = serializers.CharField(help_text="scheduled, in_transit, paid, failed or carried")
    amount = MoneyField(source="amount_minor")
    reserve = MoneyField(source="reserve_minor")
    carried = MoneyField(source="carried_minor")
    due_at = serializers.DateTimeField()
    started_at = serializers.DateTimeField(allow_null=True)
    paid_at = serializers.DateTimeField(allow_null=True)
    parts = serializers.SerializerMethodField(help_text="How many parts of orders it pays")
    held_reason = serializers.SerializerMethodField()
    frozen_until = serializers.SerializerMethodField()
    frozen_reason = serializers.SerializerMethodField()

    def get_held_reason(self, payout: Any) -> str:
        """Why somebody of the brand lets this one payout wait; empty when nobody does."""
        return next((row.reason for row in payout.holds.all() if row.released_at is None), "")

    def get_frozen_until(self, payout: Any) -> datetime | None:
        """Until when a scheduled payout waits, because the seller's payouts are on hold."""
        return payout.seller.payouts_frozen_until if self._is_frozen(payout) else None

    def get_frozen_reason(self, payout: Any) -> str:
        return str(payout.seller.get_payouts_frozen_reason_display()) if self._is_frozen(payout) else ""

    def _is_frozen(self, payout: Any) -> bool:
        return bool(payout.status == "scheduled" and payout.seller.is_frozen(self.context["view"].at))

    def get_parts(self, payout: Any) -> int:
        return sum(line.kind == "sale" for line in payout.lines.all())
