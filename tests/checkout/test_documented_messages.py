"""The provider's messages as its documentation writes them, with empty notes as a list and nothing where nothing may be."""

from __future__ import annotations

import json
from typing import Any

from haat.ledger import queries as ledger
from haat.orders.models import Order
from haat.payments.models import Payment, WebhookEvent
from haat.payments.services import webhooks as payments
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved
from tests.checkout.test_payment_news import deliver, sign
from tests.razorpay_simulator.samples import CONTAINS, message, sample
from tests.support import run_jobs

OF_PAYMENTS = ("payment.authorized", "payment.captured", "payment.failed", "order.paid")
STATES = {"payment.authorized": "authorized", "payment.failed": "failed"}


def sent(shop: Shop, name: str, event_id: str, **entities: dict[str, Any]) -> None:
    body = json.dumps(message(name, **entities)).encode()
    assert deliver(shop, body, sign(body), event_id).status_code == 200, name


def test_messages_about_what_is_not_ours_move_nothing(shop: Shop) -> None:
    """Another installation may use the same account."""
    shop.fill()
    shop.order()
    for number, name in enumerate(CONTAINS):
        sent(shop, name, f"evt_{number}")
    with brand_scope(shop.brand):
        events = list(WebhookEvent.objects.order_by("created_at"))
        assert [event.name for event in events] == list(CONTAINS)
        for event in events:  # so late that it is none of ours that came before our own commit
            payments.process(event=event, at=event.created_at + payments.OURS_WITHIN * 2)
        assert (Order.objects.get().status, Payment.objects.get().captured_at) == ("awaiting_payment", None)
        assert ledger.balance("suspense") == ledger.balance("order_holding") == 0
    proved(shop.brand)


def test_every_documented_message_about_our_payment_is_understood(shop: Shop) -> None:
    """Whatever they say, what counts is what the provider answers when it is asked."""
    number = shop.paid()
    with brand_scope(shop.brand):
        payment = Payment.objects.get()
        held = ledger.balance("order_holding")
    for position, name in enumerate(OF_PAYMENTS):
        about = {"id": payment.provider_payment_id, "order_id": payment.provider_order_id}
        entity = sample("payment", amount=payment.amount_minor, status=STATES.get(name, "captured"), **about)
        sent(shop, name, f"evt_{position}", payment=entity)
        run_jobs(shop.brand)
    with brand_scope(shop.brand):
        assert Order.objects.get(number=number).status == "placed"
        found = Payment.objects.get()
        assert (found.status, found.amount_minor, found.refunded_minor) == ("captured", payment.amount_minor, 0)
        assert ledger.balance("order_holding") == held
    proved(shop.brand)
