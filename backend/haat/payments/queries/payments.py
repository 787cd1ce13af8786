"""Reads of payments, accounts and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, Sum

from haat.core.errors import NotFound
from haat.core.rows import row
from haat.payments.gateway import PROVIDER
from haat.payments.models import (
    GatewayAccount,
    Payment,
    Refund,
    WebhookEvent,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

CHUNK = 2_000
LATEST = "one.reference = %s AND NOT one.is_stray ORDER BY one.created_at DESC, one.id DESC LIMIT 1"
ONLINE = "one.reference = %s AND one.provider_order_id IS NOT NULL ORDER BY one.is_stray, one.created_at DESC LIMIT 1"
CAPTURED = "one.reference = %s AND one.captured_at IS NOT NULL AND NOT one.is_stray ORDER BY one.captured_at LIMIT 1"


def gateway_account() -> GatewayAccount | None:
    """The brand's own account; without one the installation's takes the payments."""
    return GatewayAccount.objects.filter(provider=PROVIDER).first()


def payment(payment_id: UUID | str) -> Payment:
    return Payment.objects.get(pk=payment_id)


def payment_by_return_ref(ref: str) -> Payment:
    """Raises NotFound."""
    found = Payment.objects.filter(return_ref=ref).first()
    if found is None:
        raise NotFound("This payment does not exist.")
    return found


def payments_of(reference: UUID) -> list[Payment]:
    """Every attempt at a reference, the latest last."""
    rows = Payment.objects.filter(reference=reference).prefetch_related("refunds", "transfers")
    return list(rows.order_by("created_at", "pk"))


def latest_attempt(reference: UUID) -> Payment:
    """The attempt that a customer is asked to pay; money that came beside it was asked for by nobody."""
    found = row(Payment, LATEST, reference)
    if found is None:
        raise Payment.DoesNotExist
    return found


def online_attempt(reference: UUID) -> Payment | None:
    """The latest whose page the customer was shown, also when the order was changed to cash since."""
    return row(Payment, ONLINE, reference)


def captured_payment_of(reference: UUID) -> Payment | None:
    return row(Payment, CAPTURED, reference)


def webhook_event(event_id: UUID | str) -> WebhookEvent:
    return WebhookEvent.objects.get(pk=event_id)


def captured_online() -> Iterator[Payment]:
    """Everything that the provider took for this brand, one by one."""
    rows = Payment.objects.filter(provider=PROVIDER, captured_at__isnull=False).order_by("pk")
    return rows.iterator(CHUNK)


def paid_by_reference() -> dict[UUID, int]:
    """What was taken for each reference, without stray money and what came after its end."""
    ended = Refund.objects.filter(payment=OuterRef("pk"), key__startswith="late-")
    rows = Payment.objects.filter(captured_at__isnull=False, is_stray=False).exclude(Exists(ended)).order_by()
    return dict(rows.values_list("reference").annotate(Sum("amount_minor")))


def known_payments(*, ids: Collection[str], order_ids: Collection[str]) -> list[Payment]:
    """Ours among the provider's payments, by their own ids and by those of their orders."""
    return list(Payment.objects.filter(Q(provider_payment_id__in=ids) | Q(provider_order_id__in=order_ids)))


def taken_between(since: datetime, until: datetime) -> list[Payment]:
    """What we hold for captured in a stretch of time, to ask whether the provider says so too."""
    rows = Payment.objects.filter(provider=PROVIDER, captured_at__gte=since, captured_at__lt=until)
    return list(rows.order_by("captured_at"))


def authorised_before(at: datetime) -> QuerySet[Payment]:
    """Money that a bank promised and nobody took."""
    return Payment.objects.filter(status=Payment.Status.AUTHORISED, created_at__lt=at).order_by("created_at")


def is_asked_for(reference: UUID) -> bool:
    """Whether somebody was asked to pay this: money beside it came to the wrong place, not from nowhere."""
    return Payment.objects.filter(reference=reference, is_stray=False).exists()


def stray(provider_payment_id: str) -> Payment | None:
    """Money beside our orders, by the provider's id."""
    return Payment.objects.filter(provider_payment_id=provider_payment_id, is_stray=True).first()
