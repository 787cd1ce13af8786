"""Serializer parts that every role uses and that carry no business noun."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.validators import MaxValueValidator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.money import Money


class MoneyOut(serializers.Serializer[Any]):
    """Money as clients get it: exact minor units and the text to show."""

    minor = serializers.IntegerField()
    currency = serializers.CharField(max_length=3)
    text = serializers.CharField()


def money_dict(minor: int | None, currency: str) -> dict[str, Any] | None:
    if minor is None:
        return None
    return {"minor": minor, "currency": currency, "text": str(Money(minor, currency))}


@extend_schema_field(MoneyOut)
class MoneyField(serializers.Field[Any, Any, Any, Any]):
    """Read-only money of a `*_minor` column; the currency is the object's `currency` unless `currency` is given."""

    def __init__(self, *, source: str, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)
        self.minor_source = source

    def to_representation(self, value: Any) -> Any:
        minor = value[self.minor_source] if isinstance(value, dict) else getattr(value, self.minor_source)
        if isinstance(minor, Money):
            return money_dict(minor.minor, minor.currency)
        currency = value.get("currency", "INR") if isinstance(value, dict) else getattr(value, "currency", "INR")
        return money_dict(minor, currency)


class MomentField(serializers.DateTimeField):
    """A moment that somebody writes; calendars and time zones of today must be able to carry it."""

    default_error_messages = {"range": "Give a date between 2000 and 2200."}

    def enforce_timezone(self, value: datetime) -> datetime:
        if not 2000 <= value.year <= 2200:
            self.fail("range")
        return super().enforce_timezone(value)


WHOLE_MAX = 2_147_483_647  # of a column of whole numbers
MINOR_MAX = 1_000_000_000_000  # ten billion rupees; sums of many still fit a column of money


class Strict(serializers.Serializer[Any]):
    """Input that refuses fields it does not know, instead of dropping them silently, and numbers that no column holds."""

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for name, field in fields.items():
            if isinstance(field, serializers.IntegerField) and field.max_value is None:
                field.max_value = MINOR_MAX if name.endswith("_minor") else WHOLE_MAX
                field.validators.append(MaxValueValidator(field.max_value))
        return fields

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            raise serializers.ValidationError({name: ["This field is not known here."] for name in unknown})
        return super().to_internal_value(data)
