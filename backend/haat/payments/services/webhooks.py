"""The provider's messages: authentic bytes are stored once and answered at once; a job asks what is true now.

A message is a hint. Its snapshot may be old or out of order, so money is believed only when fetched.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from haat.core import jobs
from haat.core.errors import DomainError
from haat.core.jobs import RetryLater
from haat.payments import gateway
from haat.payments.models import Payment, Refund, WebhookEvent
from haat.payments.services.capture import sync
from haat.payments.services.disputes import sync_dispute
from haat.payments.services.refunds import sync_refund

if TYPE_CHECKING:
    from datetime import datetime

EVENT_ID_LENGTH_MAX = 80
OURS_WITHIN = timedelta(minutes=10)  # a message can beat our own commit, not by more than this
PAYER = {
    "email", "contact", "name", "vpa", "upi", "card", "card_id", "bank_account", "acquirer_data", "customer_details", "customer_id",
    "token_id", "ip",
}  # fmt: skip


class ForgedWebhook(DomainError):
    code = "bad_signature"
    status = 400


class UnreadableWebhook(DomainError):
    code = "unreadable_webhook"
    status = 400


def receive(*, body: bytes, signature: str, event_id: str, at: datetime) -> bool:
    """Store an authentic message; False when it came before. Raises ForgedWebhook, UnreadableWebhook."""
    given = signature.encode("utf-8", "replace")
    rights = [
        hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode()
        for secret in gateway.webhook_secrets(at=at)
    ]
    if not any([hmac.compare_digest(right, given) for right in rights]):  # noqa: C419 - all are compared, whichever fits
        raise ForgedWebhook("The signature does not fit the body and the webhook secret of this account.")
    try:
        message = json.loads(body)
        name = str(message["event"])[:60]
    except (ValueError, KeyError, TypeError):
        raise UnreadableWebhook("The body is not an event of the payment provider.") from None
    key = event_id[:EVENT_ID_LENGTH_MAX] or hashlib.sha256(body).hexdigest()
    try:
        with transaction.atomic():
            event = WebhookEvent.objects.create(
                provider=gateway.PROVIDER, event_id=key, name=name, body=without_payer(message)
            )
            jobs.enqueue("payments.process_webhook", event_id=event.pk)
    except IntegrityError:
        return False
    return True


def without_payer(value: Any) -> Any:
    """A message as it may be kept for good: ids, states and amounts, and nothing by which the payer is known."""
    if isinstance(value, dict):
        return {name: None if name in PAYER else without_payer(part) for name, part in value.items()}
    return [without_payer(part) for part in value] if isinstance(value, list) else value


def process(*, event: WebhookEvent, at: datetime) -> None:
    """Find what the message is about and ask the provider. A message that beats our own commit is tried again."""
    payload: dict[str, Any] = event.body.get("payload") or {}
    dispute_id = _entity(payload, "dispute").get("id")
    if dispute_id and sync_dispute(provider_id=str(dispute_id), at=at) is not None:
        return
    refund_id = _entity(payload, "refund").get("id")
    if refund_id and (refund := Refund.objects.filter(provider_refund_id=refund_id).first()):
        sync_refund(refund=refund, at=at)
    order_id = _entity(payload, "payment").get("order_id") or _entity(payload, "order").get("id")
    if not order_id:
        return
    payment = Payment.objects.filter(provider_order_id=order_id).first()
    if payment is None and at - event.created_at > OURS_WITHIN:
        return  # another's on the same account; what is ours after all, reconciliation finds
    if payment is None:
        raise RetryLater(f"{event.name}: no payment of this brand has the order {order_id} yet.")
    sync(payment=payment, at=at)


def _entity(payload: dict[str, Any], name: str) -> dict[str, Any]:
    entity = (payload.get(name) or {}).get("entity")
    return entity if isinstance(entity, dict) else {}
