"""A brand's own account at the payment provider: its keys are set here, and shown nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput
from haat.payments import gateway
from haat.payments.models import GatewayAccount

if TYPE_CHECKING:
    from datetime import datetime

MASK = "••••"


def masked(secret: str) -> str:
    """The last four characters, so that people can tell two secrets apart."""
    return MASK + secret[-4:] if len(secret) >= 12 else MASK if secret else ""


@transaction.atomic
def set_account(*, key_id: str, key_secret: str, webhook_secret: str, at: datetime) -> GatewayAccount:
    """Set or change the account's keys; an empty secret keeps the one that is there. Raises InvalidInput.

    Messages that the provider signed with the webhook secret before are taken for another day.
    """
    account = GatewayAccount.objects.select_for_update().filter(provider=gateway.PROVIDER).first()
    before = _facts(account) if account else None
    account = account or GatewayAccount(provider=gateway.PROVIDER)
    account.key_id = key_id
    account.key_secret = key_secret or account.key_secret
    missing = [name for name in ("key_secret",) if not getattr(account, name)]
    if not account.webhook_secret and not webhook_secret:
        missing.append("webhook_secret")
    if missing:
        raise InvalidInput("A new account needs its secrets.", details={key: ["Enter this secret."] for key in missing})
    if webhook_secret and webhook_secret != account.webhook_secret:
        account.previous_webhook_secret, account.webhook_secret = account.webhook_secret, webhook_secret
        account.webhook_secret_changed_at = at
    account.save()
    audit.record("payment_account.changed", account, before=before, after=_facts(account), label=account.key_id)
    return account


def try_account() -> str:
    """Ask the provider something harmless with the brand's keys. Returns ok, refused or unknown."""
    try:
        gateway.client().call(lambda sdk: sdk.payment.all({"count": 1}))
    except (gateway.KeysRefused, gateway.GatewayRefused):
        return "refused"
    except gateway.GatewayUnknown:
        return "unknown"
    return "ok"


def _facts(account: GatewayAccount) -> dict[str, Any]:
    return {
        "key_id": account.key_id, "key_secret": masked(account.key_secret), "webhook_secret": masked(account.webhook_secret),
    }  # fmt: skip
