"""A whole journey, and everything it leaves behind searched for what it must not say. ASVS item 38.

Sign-in, application, order, payment, cancellation and refund; logs at DEBUG, jobs, errors, broker, mails and SMS.
"""

from __future__ import annotations

import json
import logging
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.db import connection

from haat.core import clock, relay
from haat.core.models import IdempotencyKey, Job
from haat.payments.models import WebhookEvent
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import SENT_SMS, Shop, running_simulator, shop, simulator
from tests.razorpay_simulator.server import SECRET
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

PHONE, LINE, MAIL = "9811122233", "7 Planted Lane", "planted.person@example.com"
PAN, BANK = "AAPFP7654Q", "60200987654321"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, at DEBUG, unscrubbed: the first line must hold by itself."""
    written, root = StringIO(), logging.getLogger()
    handler = logging.StreamHandler(written)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


class Broker:
    """Takes the place of the broker and keeps what would travel."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send_task(self, name: str, kwargs: dict[str, Any]) -> None:
        self.sent.append(json.dumps({"name": name, **kwargs}, default=str))


def sign_in_by_code(brand: Any) -> tuple[Api, list[str]]:
    """A new person at the storefront; returns the secrets that came up on the way."""
    visitor = Api("customer", brand)
    challenge = visitor.post("/api/v1/auth/login", {"identifier": MAIL})["data"]["challenge_id"]
    run_jobs(only="identity.")
    found = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert found
    body = visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": found[0]})["data"]
    visitor.headers["Authorization"] = f"Bearer {body['access']}"
    refresh = next(cookie.value for name, cookie in visitor.client.cookies.items() if "refresh" in name)
    return visitor, [found[0], body["access"], refresh]


def everything_left(log: StringIO, broker: Broker) -> dict[str, str]:
    """What each place holds, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload::text, actor::text, last_error, coalesce(unique_key, '') FROM core_job")
        jobs = json.dumps(cursor.fetchall())
    codes = [message for message in mail.outbox if "code" in message.subject.lower()]
    return {
        "log": log.getvalue(),
        "jobs": jobs,
        "broker": "\n".join(broker.sent),
        "kept answers": json.dumps(list(IdempotencyKey.objects.values_list("answer", flat=True))),
        "mails": "\n".join(f"{one.subject}\n{one.body}{one.alternatives}" for one in mail.outbox if one not in codes),
        "sms": "\n".join(message.text for message in SENT_SMS),
    }


def test_nothing_about_a_person_is_left_lying_about(shop: Shop, ravi: Any, log: StringIO) -> None:
    """ASVS item 38, and 37: no token or personal data in an address either."""
    visitor, secrets = sign_in_by_code(shop.brand)
    address = {
        "name": "Planted Person", "phone": PHONE, "line1": LINE, "city": "Mumbai", "state": "27", "pin": "400050", "is_default": True,
    }  # fmt: skip
    saved = visitor.post("addresses", address)
    assert visitor.status == 201, saved
    seller = Api("seller", shop.brand, ravi.user)
    seller.patch("application", {"pan": PAN, "bank_account": BANK})

    for offer in (shop.serum, shop.bowl):
        visitor.post("cart/lines", {"offer_id": str(offer.pk), "quantity": 1})
    choice = {"address_id": saved["data"]["id"], "payment_method": "razorpay"}
    total = visitor.post("checkout/quote", choice)["data"]["total"]["minor"]
    placed = visitor.post("orders", choice | {"expected_total_minor": total}, key="j1")
    assert visitor.status == 201, placed
    callback = shop.pay(placed)
    assert callback
    number = placed["data"]["order"]["number"]
    shop.come_back(number, callback)
    broker = Broker()
    relay.relay_once(broker, waiting=0)  # type: ignore[arg-type]  # in the broker's place
    run_jobs(shop.brand)
    visitor.post(
        f"orders/{number}/cancellation", {"seller_order": f"{number}-A", "reason": "Changed my mind"}, key="j2"
    )
    assert visitor.status == 200, visitor.response.content
    relay.relay_once(broker, waiting=0)  # type: ignore[arg-type]  # in the broker's place
    run_jobs(shop.brand)
    shop.provider.idle()

    assert broker.sent and len(mail.outbox) >= 2
    planted = [PHONE, LINE, MAIL, PAN, BANK, SECRET, *secrets, "Authorization"]
    for place, text in everything_left(log, broker).items():
        assert text or place in {"log", "sms"}, f"{place} is empty: nothing was tested"
        for word in planted:
            assert word not in text, (
                f"{place} holds {word!r}: …{text[max(0, text.find(word) - 200) : text.find(word) + 60]}"
            )
    assert all(secrets[0] in message.body for message in mail.outbox if "code" in message.subject.lower())


def test_the_providers_message_is_kept_without_the_person(aster: Any, settings: Any) -> None:
    """ASVS item 38."""
    from haat.payments import services
    from tests.shield.signing import signed

    settings.RAZORPAY_WEBHOOK_SECRET = "hook-secret-of-the-test"  # noqa: S105 - made up
    entity = {
        "id": "pay_1",
        "order_id": "order_1",
        "contact": f"+91{PHONE}",
        "email": MAIL,
        "vpa": "planted@upi",
        "card": {"last4": "1111"},
    }
    body = json.dumps({"event": "payment.captured", "payload": {"payment": {"entity": entity}}}).encode()
    with brand_scope(aster):
        services.receive(body=body, signature=signed(body, "hook-secret-of-the-test"), event_id="e1", at=clock.now())
        kept = WebhookEvent.objects.get(event_id="e1").body
    assert kept["payload"]["payment"]["entity"]["order_id"] == "order_1"
    assert not [word for word in (PHONE, MAIL, "planted@upi", "1111") if word in json.dumps(kept)]


def test_a_failure_says_nothing_about_the_person(
    aster: Any, asha: Any, api: Any, monkeypatch: Any, log: StringIO
) -> None:
    """ASVS item 39: a generic sentence for the caller; a scrubbed line for us, in logs and in the job's error."""
    from haat.core import jobs, logs

    sentence = f"Key (phone)=(+91{PHONE}) of {MAIL} with PAN {PAN} already exists"

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError(sentence)

    monkeypatch.setattr("haat.customers.api.customer.queries.addresses", fail)
    shopper = api("customer", aster, asha.user)
    shopper.client.raise_request_exception = False
    handler = logging.StreamHandler(told := StringIO())
    handler.setFormatter(logs.LineFormatter())
    logging.getLogger().addHandler(handler)
    try:
        shopper.get("addresses")
        jobs.handlers["tenancy.forget_pages"] = jobs.Handler(fail, external=False, platform=True)
        jobs.enqueue("tenancy.forget_pages", brand_id="x")
        row = Job.objects.latest("id")
        jobs.execute(row.name, row.pk, jobs.envelope_of(row))
        row.refresh_from_db()
    finally:
        logging.getLogger().removeHandler(handler)
        from haat.tenancy import tasks

        jobs.handlers["tenancy.forget_pages"] = jobs.Handler(tasks.forget_pages, external=False, platform=True)
    assert shopper.status == 500
    assert "already exists" in told.getvalue() and "already exists" in row.last_error
    for text in (told.getvalue(), row.last_error, shopper.response.content.decode()):
        assert not [word for word in (PHONE, MAIL, PAN) if word in text], text
    assert "RuntimeError" not in shopper.response.content.decode()


__all__ = ["running_simulator", "shop", "simulator"]
