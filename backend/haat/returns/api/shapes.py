"""Plain parts of answers without a role, and what people write."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.fields import MoneyField, Strict
from haat.payments.types import PayeeSpec
from haat.returns.models import Return
from haat.returns.reasons import reason
from haat.returns.types import Counted, Wanted

KINDS = ("return", "exchange", "claim")
LINES_MAX = 50


class PayeeIn(Strict):
    kind = serializers.ChoiceField(["upi", "bank"])
    name = serializers.CharField(max_length=120)
    vpa = serializers.RegexField(
        r"^[A-Za-z0-9._-]{2,64}@[A-Za-z][A-Za-z0-9]{1,30}$", required=False, default="", allow_blank=True,
        error_messages={"invalid": "A UPI address such as name@bank."},
    )  # fmt: skip
    account_number = serializers.RegexField(
        r"^[0-9]{6,20}$", required=False, default="", allow_blank=True, error_messages={"invalid": "6 to 20 digits."}
    )
    ifsc = serializers.RegexField(
        r"^[A-Z]{4}0[A-Z0-9]{6}$", required=False, default="", allow_blank=True,
        error_messages={"invalid": "An IFSC such as HDFC0000001."},
    )  # fmt: skip

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        needed = ["vpa"] if attrs["kind"] == "upi" else ["account_number", "ifsc"]
        missing = {name: ["Enter this."] for name in needed if not attrs[name]}
        if missing:
            raise serializers.ValidationError(missing)
        return attrs


def payee_spec(given: dict[str, Any] | None) -> PayeeSpec | None:
    return PayeeSpec(**given) if given else None


class WantedIn(Strict):
    line_id = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1, max_value=10_000)
    reason = serializers.CharField(max_length=24)
    offer_id = serializers.UUIDField(required=False, allow_null=True, default=None)


class AskIn(Strict):
    seller_order = serializers.CharField(max_length=24)
    kind = serializers.ChoiceField(KINDS)
    lines = serializers.ListField(child=WantedIn(), max_length=LINES_MAX)
    note = serializers.CharField(max_length=1_000, required=False, default="", allow_blank=True)
    payee = PayeeIn(required=False, allow_null=True, default=None)


def wanted(rows: list[dict[str, Any]]) -> list[Wanted]:
    return [Wanted(**row) for row in rows]


class AnswerIn(Strict):
    answer = serializers.CharField(max_length=300, required=False, default="", allow_blank=True)


class RefusalIn(Strict):
    answer = serializers.CharField(max_length=300)


class CountedIn(Strict):
    line_id = serializers.UUIDField()
    received = serializers.IntegerField(min_value=0)
    resellable = serializers.IntegerField(min_value=0)
    accepted = serializers.IntegerField(min_value=0)
    refusal = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class ReceiptIn(Strict):
    lines = serializers.ListField(child=CountedIn(), max_length=LINES_MAX)


def counted(rows: list[dict[str, Any]]) -> list[Counted]:
    return [Counted(**row) for row in rows]


class ReplacementIn(Strict):
    carrier = serializers.CharField(max_length=60)
    tracking_number = serializers.CharField(max_length=60, required=False, default="", allow_blank=True)


class UndeliveredLineIn(Strict):
    line_id = serializers.UUIDField()
    resellable = serializers.IntegerField(min_value=0)


class UndeliveredIn(Strict):
    reason = serializers.CharField(max_length=200)
    lines = serializers.ListField(child=UndeliveredLineIn(), required=False, default=list, max_length=LINES_MAX)


class ReturnLineOut(serializers.Serializer[Any]):
    line_id = serializers.UUIDField(source="order_line_id")
    title = serializers.CharField(source="order_line.title")
    sku = serializers.CharField(source="order_line.sku")
    image = serializers.CharField(source="order_line.image")
    quantity = serializers.IntegerField()
    reason = serializers.CharField()
    reason_text = serializers.SerializerMethodField()
    way_back_paid_by = serializers.SerializerMethodField(help_text="customer | seller")
    received = serializers.IntegerField(allow_null=True)
    resellable = serializers.IntegerField(allow_null=True)
    accepted = serializers.IntegerField(allow_null=True)
    refusal = serializers.CharField()
    instead = serializers.CharField(source="offer_title", help_text="Of an exchange: the other variant")

    def get_reason_text(self, line: Any) -> str:
        return "Undelivered" if line.reason == "undelivered" else str(reason(line.reason).words)

    def get_way_back_paid_by(self, line: Any) -> str:
        return "seller" if line.reason == "undelivered" else reason(line.reason).way_back_paid_by


class ReturnOut(serializers.Serializer[Any]):
    """What everybody sees of it; each role adds what it may do."""

    number = serializers.CharField()
    kind = serializers.ChoiceField(Return.Kind.choices)
    status = serializers.ChoiceField(Return.Status.choices)
    part = serializers.CharField(source="part.number")
    order = serializers.CharField(source="part.order.number")
    seller = serializers.CharField(source="seller.name")
    note = serializers.CharField()
    answer = serializers.CharField()
    is_escalated = serializers.BooleanField()
    requested_at = serializers.DateTimeField()
    answer_by = serializers.DateTimeField()
    answered_at = serializers.DateTimeField(allow_null=True)
    picked_up_at = serializers.DateTimeField(allow_null=True)
    received_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    refund = serializers.SerializerMethodField()
    lines = ReturnLineOut(many=True)

    def get_refund(self, row: Any) -> dict[str, Any] | None:
        """What goes back to the customer, once that is known."""
        return dict(CreditMoneyOut(row.credit).data)["amount"] if row.credit else None


class CreditMoneyOut(serializers.Serializer[Any]):
    amount = MoneyField(source="customer_minor")
