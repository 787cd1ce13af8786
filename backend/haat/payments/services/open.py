"""Opening a payment: our row first, then the provider's order, found again by its receipt after a lost answer.

One caller at a time asks for it: who opened the payment, and afterwards whoever takes the row's claim. Between looking
for the receipt and making the order nobody else does the same, so the provider has one order for it.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from haat.core.adding import add
from haat.core.db import run
from haat.payments.gateway import PROVIDER, GatewayUnknown
from haat.payments.models import Payment

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payments.gateway import Gateway

CLAIM_LASTS = timedelta(seconds=60)  # longer than its calls may take: who holds it for longer has died
LOOKS, LOOK_SECONDS = 40, 0.1  # for what whoever asks at the provider in this moment gets
CLAIM = """
    UPDATE payments_payment SET registering_at = %s
    WHERE id = %s AND provider_order_id IS NULL AND (registering_at IS NULL OR registering_at < %s)
"""
LET_GO = "UPDATE payments_payment SET registering_at = NULL WHERE id = %s AND registering_at = %s"
REGISTER = "UPDATE payments_payment SET provider_order_id = %s WHERE id = %s AND provider_order_id IS NULL"


def open_payment(*, reference: UUID, number: str, provider: str, amount_minor: int, currency: str) -> Payment:
    """The intent, in the caller's transaction. Its caller holds the claim and registers it at once."""
    return add(
        Payment(
            reference=reference,
            reference_number=number,
            provider=provider,
            amount_minor=amount_minor,
            currency=currency,
            registering_at=timezone.now() if provider == PROVIDER else None,
        )
    )


def register(*, payment: Payment, brand_id: UUID, gate: Gateway, is_new: bool = False) -> Payment:
    """Make the provider's order for it. Repeatable: a lost answer is found by the receipt. Raises GatewayUnknown.

    `is_new` says that the payment was opened just now, so that nobody can have asked for it before. Two at once: the
    second waits a little for what the first gets.
    """
    if payment.provider_order_id or not (is_new or _claimed(payment)):
        return payment
    try:
        entity = (None if is_new else _found(payment, gate)) or _create(payment, brand_id, gate)
    except BaseException:
        run(LET_GO, payment.pk, payment.registering_at)
        raise
    if run(REGISTER, entity["id"], payment.pk):
        payment.provider_order_id = entity["id"]
    else:
        payment.refresh_from_db()
    return payment


def _claimed(payment: Payment) -> bool:
    """Whether it is ours to ask; when not, somebody else did and the row says what they got. Raises GatewayUnknown."""
    for _ in range(LOOKS):
        now = timezone.now()
        if run(CLAIM, now, payment.pk, now - CLAIM_LASTS):
            payment.registering_at = now
            return True
        payment.refresh_from_db()
        if payment.provider_order_id:
            return False
        time.sleep(LOOK_SECONDS)
    raise GatewayUnknown("Your payment is being prepared by another request. Try again in a minute.")


def _found(payment: Payment, gate: Gateway) -> dict[str, Any] | None:
    found = gate.call(lambda sdk: sdk.order.all({"receipt": payment.reference_number}))
    return next((item for item in found.get("items", []) if _is_ours(item, payment)), None)


def _is_ours(item: dict[str, Any], payment: Payment) -> bool:
    """A receipt may have been used by another installation on the same account; the note is ours alone."""
    notes = item.get("notes")
    return isinstance(notes, dict) and notes.get("payment") == str(payment.pk)


def _create(payment: Payment, brand_id: UUID, gate: Gateway) -> dict[str, Any]:
    body = {
        "amount": payment.amount_minor, "currency": payment.currency, "receipt": payment.reference_number,
        "notes": {"brand": str(brand_id), "payment": str(payment.pk)},
    }  # fmt: skip
    entity: dict[str, Any] = gate.call(lambda sdk: sdk.order.create(dict(body)))
    return entity


def checkout_url(*, payment: Payment, gate: Gateway, return_url: str, cancel_url: str, contact: dict[str, str]) -> str:
    """The hosted page on which the customer pays; it posts the signed result back to `return_url`."""
    base = settings.RAZORPAY_CHECKOUT_URL or f"{settings.RAZORPAY_BASE_URL}/v1/checkout/hosted"
    query = {
        "key_id": gate.key_id, "callback_url": return_url, "cancel_url": cancel_url,
        "prefill[name]": contact.get("name", ""), "prefill[email]": contact.get("email", ""), "prefill[contact]": contact.get("phone", ""),
    }  # fmt: skip
    return f"{base}/{payment.provider_order_id}?{urlencode(query)}"


def signature_is_right(*, payment: Payment, gate: Gateway, provider_payment_id: str, signature: str) -> bool:
    """Authenticity of the browser's return, over the order id that we stored, never the one that was posted."""
    message = f"{payment.provider_order_id}|{provider_payment_id}".encode()
    right = hmac.new(gate.key_secret.encode(), message, hashlib.sha256).hexdigest()
    return hmac.compare_digest(right.encode(), signature.encode("utf-8", "replace"))
