"""The brand's own account at the payment provider, as its staff set it. Secrets go in and do not come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.payments import gateway, queries, services
from haat.tenancy import hosts

if TYPE_CHECKING:
    from haat.payments.models import GatewayAccount


class AccountIn(Strict):
    key_id = serializers.RegexField(
        r"^rzp_(test|live)_[A-Za-z0-9]{10,40}$", error_messages={"invalid": "A key id such as rzp_live_AbCdEf123456."}
    )
    key_secret = serializers.CharField(min_length=12, max_length=200, required=False, allow_blank=True, default="")
    webhook_secret = serializers.CharField(min_length=12, max_length=200, required=False, allow_blank=True, default="")


class AccountOut(serializers.Serializer[Any]):
    own = serializers.BooleanField(help_text="False: the platform's account takes the payments")
    key_id = serializers.CharField()
    key_secret_masked = serializers.CharField()
    webhook_secret_masked = serializers.CharField()
    previous_secret_until = serializers.DateTimeField(allow_null=True, help_text="Until when the old one is taken too")
    webhook_url = serializers.CharField()


class TestOut(serializers.Serializer[Any]):
    result = serializers.ChoiceField(["ok", "refused", "unknown"])


class AccountAPI(AdminAPI):
    permission = "settings.edit"

    def shown(self, account: GatewayAccount | None) -> dict[str, Any]:
        until = gateway.previous_until(account) if account else None
        return {
            "own": account is not None,
            "key_id": account.key_id if account else "",
            "key_secret_masked": services.masked(account.key_secret) if account else "",
            "webhook_secret_masked": services.masked(account.webhook_secret) if account else "",
            "previous_secret_until": until if until and until > self.at else None,
            "webhook_url": hosts.url("launch", path=f"/webhooks/razorpay/{self.brand.webhook_token}"),
        }


class Account(AccountAPI):
    @operation("The account that takes this brand's payments", output=AccountOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return self.shown(queries.gateway_account())

    @operation(
        "Set the account's keys; an empty secret stays as it is", input=AccountIn, output=AccountOut, step_up=True
    )
    def put(self, _request: Any) -> dict[str, Any]:
        return self.shown(services.set_account(**self.input, at=self.at))


class Test(AccountAPI):
    write_limit = "domain_checks"

    @operation("Ask the provider whether it knows these keys", output=TestOut)
    def post(self, _request: Any) -> dict[str, str]:
        return {"result": services.try_account()}


urlpatterns = [
    path("settings/payment-account", Account.as_view()),
    path("settings/payment-account/test", Test.as_view()),
]
