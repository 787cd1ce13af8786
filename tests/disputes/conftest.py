"""A shop with an account of its own at the provider, and what a customer's bank does there."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from haat.disputes.models import Case
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.books.conftest import account
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.books.conftest import Account
    from tests.checkout.conftest import Shop

__all__ = ["account", "running_simulator", "shop", "simulator"]


@dataclass
class Bank:
    """The customer's bank: it asks for money back, and it decides."""

    shop: Shop
    account: Account

    def asks(self, **more: Any) -> dict[str, Any]:
        with brand_scope(self.shop.brand):
            payment = Payment.objects.get(captured_at__isnull=False).provider_payment_id
        found: dict[str, Any] = self.shop.provider.sim("disputes", payment=payment, **more)
        return found

    def decides(self, dispute: dict[str, Any], status: str) -> dict[str, Any]:
        found: dict[str, Any] = self.shop.provider.sim(f"disputes/{dispute['id']}", status=status)
        return found

    def tells(self, dispute: dict[str, Any], word: str = "created", event_id: str = "") -> None:
        """The provider's message; what it says of the dispute is as old as `dispute` is."""
        message = {
            "event": f"payment.dispute.{word}",
            "payload": {"dispute": {"entity": dispute}, "payment": {"entity": {}}},
        }
        body = json.dumps(message).encode()
        signature = hmac.new(b"hook", body, hashlib.sha256).hexdigest()
        answer = Api("launch").client.generic(
            "POST", f"/webhooks/razorpay/{self.shop.brand.webhook_token}", body, content_type="application/json",
            headers={"X-Razorpay-Signature": signature, "X-Razorpay-Event-Id": event_id or f"{dispute['id']}-{word}"},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        run_jobs(self.shop.brand)

    def case(self) -> Case:
        with brand_scope(self.shop.brand):
            return Case.objects.select_related("dispute").get()


@pytest.fixture
def bank(shop: Shop, account: Account) -> Bank:
    return Bank(shop, account)
