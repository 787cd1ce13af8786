"""A person's own second factors: look at them, rename, remove, make new recovery codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import queries, services
from haat.identity.api.proofs import SignedInAuthAPI

if TYPE_CHECKING:
    from uuid import UUID


class FactorOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)


class PasskeyOut(FactorOut):
    rp_id = serializers.CharField(help_text="The domain it works on")


class ResetOut(serializers.Serializer[Any]):
    due_at = serializers.DateTimeField()


class FactorsOut(serializers.Serializer[Any]):
    authenticators = FactorOut(many=True)
    passkeys = PasskeyOut(many=True)
    recovery_codes_left = serializers.IntegerField()
    reset = ResetOut(allow_null=True, help_text="Support will remove everything then, unless it is cancelled")
    is_needed = serializers.BooleanField(help_text="Staff cannot remove their last factor")


class NameIn(Strict):
    name = serializers.CharField(max_length=64)


class CodesOut(serializers.Serializer[Any]):
    recovery_codes = serializers.ListField(child=serializers.CharField(), help_text="Shown this once")


class Factors(SignedInAuthAPI):
    @operation("My second factors", output=FactorsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        user = self.identity.user
        return queries.factors_of(user) | {"is_needed": queries.is_staff_anywhere(user)}


class OneAuthenticator(SignedInAuthAPI):
    @operation("Remove an authenticator app")
    def delete(self, _request: Any, factor_id: UUID) -> None:
        remove(self, "authenticator", factor_id)


class OnePasskey(SignedInAuthAPI):
    @operation("Give a passkey another name", input=NameIn, fresh=True)
    def patch(self, _request: Any, factor_id: UUID) -> None:
        services.rename_passkey(user=self.identity.user, passkey_id=factor_id, name=self.input["name"])

    @operation("Remove a passkey")
    def delete(self, _request: Any, factor_id: UUID) -> None:
        remove(self, "passkey", factor_id)


class RecoveryCodes(SignedInAuthAPI):
    @operation("Ten new recovery codes; the old ones stop working", output=CodesOut, status=201, step_up=True)
    def post(self, _request: Any) -> dict[str, list[str]]:
        codes = services.renew_recovery_codes(user=self.identity.user)
        services.tell_codes_renewed(user=self.identity.user, where=self.where)
        return {"recovery_codes": codes}


class Reset(SignedInAuthAPI):
    @operation("Cancel the reset that support was asked for", fresh=True)
    def delete(self, _request: Any) -> None:
        services.cancel_reset(user=self.identity.user, at=self.at)


def remove(view: SignedInAuthAPI, kind: str, factor_id: UUID) -> None:
    view.identity.require_freshness(view.at)
    services.remove_factor(user=view.identity.user, kind=kind, factor_id=factor_id, where=view.where)
