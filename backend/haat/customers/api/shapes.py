"""How a decision about consent looks, without a role."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class DecisionOut(serializers.Serializer[Any]):
    purpose = serializers.CharField()
    granted = serializers.BooleanField()
    version = serializers.CharField()
    text = serializers.CharField()
    place = serializers.CharField()
    at = serializers.DateTimeField()
