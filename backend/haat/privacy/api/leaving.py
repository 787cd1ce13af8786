"""Being forgotten."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers

from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.privacy import presence, queries, services
from haat.privacy.api.base import MyAPI


class KeptOut(serializers.Serializer[Any]):
    what = serializers.CharField()
    why = serializers.CharField()
    until = serializers.DateField()


class ErasureOut(serializers.Serializer[Any]):
    status = serializers.ChoiceField(["none", "waiting", "blocked", "running"])
    asked_at = serializers.DateTimeField(allow_null=True)
    due_at = serializers.DateTimeField(allow_null=True)
    waits_days = serializers.IntegerField(help_text="Between asking and erasing")
    reasons = serializers.ListField(child=serializers.CharField(), help_text="What must end first")
    kept = KeptOut(many=True)
    whole_person = serializers.BooleanField(help_text="The account too, not one brand's data only")


class MyErasure(MyAPI):
    @operation("Whether I am being forgotten, what stands against it and what must be kept", output=ErasureOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return self.shown()

    @operation(
        "Ask to be forgotten: by this brand on its host, altogether on the platform's", output=ErasureOut, status=201, fresh=True,
    )  # fmt: skip
    def post(self, _request: Any) -> dict[str, Any]:
        services.erasures.ask(user=self.user, brand=self.brand, sender=self.sender, at=self.at)
        return self.shown()

    @operation("Keep my account after all", output=ErasureOut, fresh=True)
    def delete(self, _request: Any) -> dict[str, Any]:
        erasure = queries.open_erasure(user=self.user, brand_id=self.brand_id)
        if erasure is None:
            raise NotFound("You have not asked to be forgotten here.")
        services.erasures.cancel(erasure=erasure, at=self.at)
        return self.shown()

    def shown(self) -> dict[str, Any]:
        erasure = queries.open_erasure(user=self.user, brand_id=self.brand_id)
        return {
            "status": erasure.status if erasure else "none",
            "asked_at": erasure.asked_at if erasure else None,
            "due_at": erasure.due_at if erasure else None,
            "waits_days": settings.HAAT_ERASURE_WAIT.days,
            "reasons": [one.text for one in presence.still_open(self.user, only=self.brand_id)],
            "kept": presence.kept(self.user, only=self.brand_id, at=self.at),
            "whole_person": self.brand_id is None,
        }
