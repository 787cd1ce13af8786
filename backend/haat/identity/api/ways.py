"""How the signed-in person signs in, and accounts of other issuers among it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.operation import operation
from haat.identity import queries, services
from haat.identity.api.providers import ProviderOut, StartIn, StartOut, VisitAPI
from haat.identity.middleware import FreshLoginRequired
from haat.identity.providers import catalogue


class AccountOut(serializers.Serializer[Any]):
    id = serializers.IntegerField()
    name = serializers.CharField()
    email = serializers.CharField()
    connected_at = serializers.DateTimeField()


class WaysOut(serializers.Serializer[Any]):
    password = serializers.BooleanField(help_text="Whether I have one")
    may_change = serializers.BooleanField(help_text="Whether I proved myself within the last minutes")
    accounts = AccountOut(many=True)
    providers = ProviderOut(many=True, help_text="What I could connect here")


class WaysAPI(VisitAPI):
    login_required = True


class Ways(WaysAPI):
    @operation("How I sign in", output=WaysOut)
    def get(self, _request: Any) -> dict[str, Any]:
        user = self.identity.user
        try:
            self.identity.require_fresh(self.at)
        except FreshLoginRequired:
            may_change = False
        else:
            may_change = True
        return {
            "password": user.has_usable_password(), "may_change": may_change, "accounts": queries.connected_accounts(user, self.brand_id),
            "providers": catalogue.offered(self.portal, self.brand_id),
        }  # fmt: skip


class Accounts(WaysAPI):
    @operation("Begin to connect an account of another issuer", input=StartIn, output=StartOut)
    def post(self, _request: Any) -> dict[str, str]:
        self.identity.require_fresh(self.at)
        return self.away(connects=self.identity.user)


class Account(WaysAPI):
    @operation("Disconnect an account")
    def delete(self, _request: Any, account_id: int) -> None:
        self.identity.require_fresh(self.at)
        services.accounts.disconnect(
            user=self.identity.user, account_id=account_id, sender=self.sender, brand_id=self.brand_id
        )
