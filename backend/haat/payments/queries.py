"""Reads of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.payments.gateway import PROVIDER
from haat.payments.models import GatewayAccount, Payment, Refund, Transfer, WebhookEvent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet


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


def captured_payment_of(reference: UUID) -> Payment | None:
    return Payment.objects.filter(reference=reference, captured_at__isnull=False).order_by("captured_at").first()


def refund(refund_id: UUID | str) -> Refund:
    return Refund.objects.select_related("payment").get(pk=refund_id)


def pending_refunds() -> QuerySet[Refund]:
    return Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id__isnull=False).select_related(
        "payment"
    )


def transfer(transfer_id: UUID | str) -> Transfer:
    return Transfer.objects.select_related("payment").get(pk=transfer_id)


def transfer_of(reference: UUID) -> Transfer | None:
    return Transfer.objects.filter(reference=reference).first()


def webhook_event(event_id: UUID | str) -> WebhookEvent:
    return WebhookEvent.objects.get(pk=event_id)


def has_open_refund(references: Iterable[UUID]) -> bool:
    """Whether money is still on its way back for one of these."""
    rows = Refund.objects.filter(payment__reference__in=list(references), status=Refund.Status.PENDING)
    return rows.exists()
