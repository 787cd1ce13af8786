"""A shop with goods of two rivals and the simulator as its payment provider."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail

from haat.core import clock
from haat.payments import gateway
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.razorpay_simulator.server import HOOK_SECRET, KEY, SECRET, InThread
from tests.support import Api, run_jobs


@pytest.fixture(scope="session")
def running_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InThread]:
    one = InThread(tmp_path_factory.mktemp("simulator"))
    yield one
    one.close()


@pytest.fixture
def simulator(running_simulator: InThread, settings: Any) -> Iterator[InThread]:
    """The provider that the app talks to in this test."""
    settings.RAZORPAY_BASE_URL = running_simulator.base
    settings.RAZORPAY_CHECKOUT_URL = f"{running_simulator.base}/checkout"
    settings.RAZORPAY_KEY_ID, settings.RAZORPAY_KEY_SECRET, settings.RAZORPAY_WEBHOOK_SECRET = KEY, SECRET, HOOK_SECRET
    running_simulator.http.delete(f"{running_simulator.base}/_sim/faults", timeout=5)
    yield running_simulator
    for held in gateway._local.__dict__.get("gateways", {}).values():
        held.sdk.session.close()


@dataclass
class Shop:
    """What Asha can buy, and short ways to do it over the customer API."""

    brand: Any
    customer: Any
    provider: InThread
    serum: Any  # Ravi's offer
    bowl: Any  # Meera's offer
    asha: Api

    def fill(self, *offers: Any) -> None:
        for offer in offers or (self.serum, self.bowl):
            self.asha.post("cart/lines", {"offer_id": str(offer.pk), "quantity": 2})
            assert self.asha.status == 201, self.asha.response.content

    def quote(self, method: str = "razorpay") -> dict[str, Any]:
        body = {"address_id": str(self.customer.address.pk), "payment_method": method}
        answer = self.asha.post("checkout/quote", body)
        assert self.asha.status == 200, answer
        return dict(answer["data"])

    def order(self, method: str = "razorpay", key: str = "key-1", total: int | None = None) -> dict[str, Any]:
        total = self.quote(method)["total"]["minor"] if total is None else total
        body = {"address_id": str(self.customer.address.pk), "payment_method": method, "expected_total_minor": total}
        return dict(self.asha.post("orders", body, key=key))

    def pay(self, placed: dict[str, Any], outcome: str = "success") -> dict[str, Any] | None:
        """The customer pays on the hosted page; returns what it posts back, None when it failed."""
        order = placed["data"]["payment"]["provider_order_id"]
        found: dict[str, Any] | None = self.provider.sim("pay", order=order, method="upi", outcome=outcome)["callback"]
        return found

    def come_back(self, number: str, callback: dict[str, Any]) -> Any:
        from haat.orders.models import Order
        from haat.payments.models import Payment

        with brand_scope(self.brand):
            order = Order.objects.get(number=number)
            ref = Payment.objects.filter(reference=order.pk).latest("created_at").return_ref
        client = Api("customer", self.brand).client
        return client.post(f"/payments/razorpay/return/{ref}", callback, headers={"Sec-Fetch-Site": "cross-site"})

    def paid(self, key: str = "key-1") -> str:
        """A placed and paid order's number, with all that follows done."""
        self.fill()
        placed = self.order(key=key)
        callback = self.pay(placed)
        assert callback
        number = str(placed["data"]["order"]["number"])
        self.come_back(number, callback)
        run_jobs(self.brand)
        return number


@pytest.fixture
def shop(aster: Any, asha: Any, ravi: Any, meera: Any, simulator: InThread, settings: Any, monkeypatch: Any) -> Shop:
    settings.SMS_URL = ""
    monkeypatch.setattr("haat.core.transport._send_sms", SENT_SMS.append)
    SENT_SMS.clear()
    mail.outbox = []
    with brand_scope(aster):
        from haat.commissions import services as commissions
        from haat.commissions.types import RuleSpec

        accounts = {seller: linked_account(simulator, seller.name) for seller in (ravi.seller, meera.seller)}
        for seller, account in accounts.items():
            fields = {"linked_account_id": account, "linked_account_status": "activated"}
            Seller.objects.filter(pk=seller.pk).update(**fields)
        commissions.set_rules(
            specs=[RuleSpec(name="Standard", percent_bp=1250, valid_from="2025-01-01")], at=clock.now()
        )
        serum = make_product("Rose serum", category=make_category("serums"))
        bowl = make_product("Blue bowl", category=make_category("bowls"))
        offers = (
            make_offer(serum, seller=ravi.seller, price_minor=49_900, stock=5),
            make_offer(bowl, seller=meera.seller, price_minor=129_900, stock=5),
        )
    return Shop(aster, asha, simulator, *offers, Api("customer", aster, asha.user))


SENT_SMS: list[Any] = []
LINKED: dict[tuple[str, str], str] = {}


def linked_account(simulator: InThread, name: str, client: Any = None) -> str:
    """An activated linked account, one a name, merchant and provider; a run has several providers."""
    client = client or simulator.client
    known = (simulator.base, f"{client.auth[0]}:{name}")
    if known not in LINKED:
        number = len(LINKED)
        account = client.account.create(
            {
                "email": f"seller{number}@example.com", "phone": f"98200123{number:02d}", "type": "route", "reference_id": f"seller-{number}",
                "legal_business_name": name, "business_type": "proprietorship", "contact_name": name,
                "profile": {"category": "ecommerce", "subcategory": "arts_and_collectibles"}, "legal_info": {"pan": "AAPPR0001A"},
            },
        )["id"]  # fmt: skip
        product = client.product.requestProductConfiguration(account, {"product_name": "route", "tnc_accepted": True})
        bank = {"account_number": f"1234567890{number:02d}", "ifsc_code": "HDFC0000001", "beneficiary_name": name}
        client.product.edit(account, product["id"], {"settlements": bank, "tnc_accepted": True})
        simulator.idle()
        LINKED[known] = account
    return LINKED[known]
