"""Shapes of calling lines off before they are shipped, for every role that may."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.fields import MoneyOut, Strict, money_dict
from haat.orders.types import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haat.orders.services import Outcome

LINES_MAX, UNITS_MAX = 200, 1_000_000


class CancelLineIn(Strict):
    line_id = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1, max_value=UNITS_MAX)


SOME = "Some of that part; all of it without this"


def lines_of_one_part(attrs: dict[str, Any]) -> dict[str, Any]:
    if attrs["lines"] and not attrs.get("seller_order"):
        raise serializers.ValidationError({"seller_order": ["Say of which part these lines are."]})
    return attrs


class LinesIn(Strict):
    lines = serializers.ListField(child=CancelLineIn(), allow_empty=False, max_length=LINES_MAX)


class PartLinesIn(LinesIn):
    seller_order = serializers.CharField(max_length=24)


class OutcomeOut(serializers.Serializer[Any]):
    """What calling off would take from what is paid; nothing is done yet."""

    goods = MoneyOut()
    shipping = MoneyOut(help_text="Goes back with the last goods of the parcel only")
    total = MoneyOut()
    ends_part = serializers.BooleanField(help_text="Nothing of this parcel would be sent")
    is_refund = serializers.BooleanField(
        help_text="It was paid and goes back; otherwise there is less to pay on delivery"
    )


def outcome_shape(found: Outcome, *, currency: str, method: str) -> dict[str, Any]:
    sums = {"goods": found.goods_minor, "shipping": found.shipping_minor, "total": found.total_minor}
    money = {name: money_dict(minor, currency) for name, minor in sums.items()}
    return money | {"ends_part": found.ends_part, "is_refund": method != "cod"}


def key_of(idempotency_key: str) -> str:
    """What a credit is written under, once for the caller's key."""
    return f"cancel-{sha256(idempotency_key.encode()).hexdigest()[:48]}"


def taken(lines: Iterable[dict[str, Any]]) -> list[Taken]:
    return [Taken(one["line_id"], one["quantity"]) for one in lines]
