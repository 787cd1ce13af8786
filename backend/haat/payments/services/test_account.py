"""In development and tests every brand has an account at the simulator, with keys of its own and a webhook."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import requests
from django.conf import settings

from haat.core.crypto import derive_key
from haat.core.jobs import RetryLater
from haat.payments import gateway
from haat.payments.models import GatewayAccount
from haat.tenancy import hosts

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


def open_test_account(*, brand: Brand) -> None:
    """Create the brand's account here and at the simulator; repeatable, and tells the simulator a moved address.

    Raises RetryLater while the simulator does not answer. Does nothing without a simulator.
    """
    if not settings.RAZORPAY_SIMULATOR:
        return
    account, _ = GatewayAccount.objects.get_or_create(
        provider=gateway.PROVIDER,
        defaults={
            "key_id": f"rzp_test_{_letters(brand, 'key')[:14]}", "key_secret": _letters(brand, "secret"), "webhook_secret": _letters(brand, "webhook"),
        },
    )  # fmt: skip
    body = {
        "name": brand.name, "key_id": account.key_id, "key_secret": account.key_secret, "webhook_secret": account.webhook_secret,
        "webhook_url": hosts.url("launch", path=f"/webhooks/razorpay/{brand.webhook_token}"),
    }  # fmt: skip
    try:
        requests.post(f"{settings.RAZORPAY_BASE_URL}/_sim/merchants", json=body, timeout=(3, 10)).raise_for_status()
    except requests.RequestException as error:
        raise RetryLater(f"The simulator does not answer: {error}") from error


def _letters(brand: Brand, label: str) -> str:
    """32 letters and digits that follow from the installation's secret and the brand."""
    raw = base64.b32encode(derive_key(f"razorpay:{label}:{brand.pk}")).decode()
    return raw.rstrip("=").lower()[:32]
