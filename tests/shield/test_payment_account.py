"""A brand's keys at the payment provider: encrypted, masked, changed with an overlap, tested on request. ASVS item 36."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from haat.core import clock
from haat.payments import services
from haat.payments.models import GatewayAccount
from haat.tenancy.context import brand_scope
from tests.provider import provider
from tests.shield.conftest import prove
from tests.shield.signing import signed

KEYS = {
    "key_id": "rzp_test_planted12345",
    "key_secret": "planted-key-secret-0001",
    "webhook_secret": "planted-hook-secret-0001",
}
ADDRESS = "settings/payment-account"


@pytest.fixture
def owner(aster: Any, nia: Any, api: Any) -> Any:
    admin = api("admin", aster, nia.user)
    prove(nia.user)
    return admin


def test_secrets_go_in_and_do_not_come_out(aster: Any, owner: Any) -> None:
    """ASVS item 36: not in answers, not in the audit log, not in the table."""
    told = [owner.get(ADDRESS), owner.call("PUT", ADDRESS, KEYS), owner.get(ADDRESS), owner.get("audit")]
    assert told[0]["data"]["own"] is False
    assert (owner.status, told[2]["data"]["key_secret_masked"]) == (200, "••••0001")
    assert told[3]["data"][0]["action"] == "payment_account.changed"
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(payments_gatewayaccount)::text FROM payments_gatewayaccount")
        told.append(cursor.fetchall())
        assert GatewayAccount.objects.get().key_secret == KEYS["key_secret"]
    assert not [secret for secret in (KEYS["key_secret"], KEYS["webhook_secret"]) if secret in json.dumps(told)]


def test_it_takes_a_proof_and_a_right(aster: Any, nia: Any, api: Any) -> None:
    admin = api("admin", aster, nia.user, proved=False)
    assert admin.call("PUT", ADDRESS, KEYS)["error"]["code"] == "factor_required"


def test_an_empty_secret_stays_and_a_new_account_needs_both(aster: Any, owner: Any) -> None:
    assert set(owner.call("PUT", ADDRESS, {"key_id": KEYS["key_id"]})["error"]["details"]) == {
        "key_secret",
        "webhook_secret",
    }
    owner.call("PUT", ADDRESS, KEYS)
    owner.call("PUT", ADDRESS, {"key_id": "rzp_test_planted99999"})
    with brand_scope(aster):
        account = GatewayAccount.objects.get()
    assert (account.key_id, account.key_secret) == ("rzp_test_planted99999", KEYS["key_secret"])


def test_messages_signed_with_the_secret_before_are_taken_for_a_day(aster: Any, birch: Any, owner: Any) -> None:
    """ASVS item 36: the webhook secret changes without losing a message."""
    owner.call("PUT", ADDRESS, KEYS)
    told = owner.call("PUT", ADDRESS, {"key_id": KEYS["key_id"], "webhook_secret": "planted-hook-secret-0002"})["data"]
    assert told["previous_secret_until"]
    now = clock.now()
    body = b'{"event": "payment.captured", "payload": {}}'
    with brand_scope(aster):
        for secret, at, taken in (
            (KEYS["webhook_secret"], now, True), ("planted-hook-secret-0002", now, True), ("planted-hook-secret-0003", now, False),
            (KEYS["webhook_secret"], now + timedelta(hours=25), False), ("planted-hook-secret-0002", now + timedelta(hours=25), True),
        ):  # fmt: skip
            try:
                services.receive(body=body, signature=signed(body, secret), event_id=f"{secret}{at}", at=at)
            except services.webhooks.ForgedWebhook:
                assert not taken, secret
            else:
                assert taken, secret
    with brand_scope(birch):
        assert not GatewayAccount.objects.exists()


def test_the_provider_is_asked_whether_it_knows_the_keys(aster: Any, owner: Any, provider: Any, settings: Any) -> None:
    assert owner.post(f"{ADDRESS}/test")["data"]["result"] == "ok"
    owner.call("PUT", ADDRESS, KEYS)
    assert owner.post(f"{ADDRESS}/test")["data"]["result"] == "refused"
    settings.RAZORPAY_BASE_URL = "http://127.0.0.1:1"
    assert owner.post(f"{ADDRESS}/test")["data"]["result"] == "unknown"


__all__ = ["provider"]
