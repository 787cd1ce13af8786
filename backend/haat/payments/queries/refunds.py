"""Reads of refunds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from haat.core.errors import NotFound
from haat.core.jobs import RetryLater
from haat.payments.models import (
    Payee,
    Payment,
    Refund,
)
from haat.payments.queries.payments import captured_payment_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

CHUNK = 2_000


def refund(refund_id: UUID | str) -> Refund:
    return Refund.objects.select_related("payment").get(pk=refund_id)


def refundable_payment_of(reference: UUID) -> Payment:
    """The payment out of which an order's refunds go: what was captured, or the cash that is taken at the door.

    Raises RetryLater before there is one.
    """
    found = captured_payment_of(reference)
    found = found or Payment.objects.filter(reference=reference, provider="cod").order_by("created_at").first()
    if found is None:
        raise RetryLater(f"No payment of {reference} is known yet.")
    return found


def bank_refunds(*, status: str = "") -> QuerySet[Refund]:
    """Refunds that staff pays by hand, the oldest first; `failed` are those that the provider could not send."""
    rows = Refund.objects.select_related("payment").order_by("created_at", "pk")
    refused = Q(status=Refund.Status.FAILED) | ~Q(failure="") & Q(status=Refund.Status.PENDING, provider_refund_id=None)
    if status == "failed":
        return rows.filter(refused, is_by_bank=False)
    rows = rows.filter(is_by_bank=True)
    return rows.filter(status=status) if status else rows


def bank_refund(refund_id: UUID) -> Refund:
    """Raises NotFound."""
    found = Refund.objects.select_related("payment").filter(pk=refund_id).first()
    if found is None:
        raise NotFound("There is no such refund.")
    return found


def payees(references: Iterable[UUID]) -> dict[UUID, Payee]:
    return {row.reference: row for row in Payee.objects.filter(reference__in=list(references))}


def refund_with_key(key: str) -> Refund | None:
    return Refund.objects.select_related("payment").filter(key=key).first()


def refunds_with_keys(keys: Iterable[str]) -> dict[str, Refund]:
    return {row.key: row for row in Refund.objects.select_related("payment").filter(key__in=list(keys))}


def has_open_refund(references: Iterable[UUID]) -> bool:
    """Whether money is still on its way back for one of these."""
    rows = Refund.objects.filter(payment__reference__in=list(references), status=Refund.Status.PENDING)
    return rows.exists()


def refund_keys(prefix: str) -> Iterator[str]:
    return refunds_of(prefix).values_list("key", flat=True).iterator(CHUNK)


def refunds_keyed(prefix: str) -> Iterator[Refund]:
    """Refunds of one cause: `part-` of a cancelled part, `late-` of money without an order."""
    return refunds_of(prefix).iterator(CHUNK)


def refunds_of(prefix: str) -> QuerySet[Refund]:
    return Refund.objects.filter(key__startswith=prefix).order_by("pk")


def processed_refunds() -> Iterator[Refund]:
    return Refund.objects.filter(status=Refund.Status.PROCESSED).order_by("pk").iterator(CHUNK)


def refunded_wrongly() -> Iterator[tuple[str, int, int, int]]:
    """Payments whose refunds do not add up: number, what was paid, what is kept as refunded, what the refunds say."""
    rows = Payment.objects.annotate(said=Coalesce(Sum("refunds__amount_minor"), 0)).exclude(
        refunded_minor=F("said"), refunded_minor__lte=F("amount_minor")
    )
    return rows.values_list("reference_number", "amount_minor", "refunded_minor", "said").iterator(CHUNK)


def known_refunds(ids: Collection[str]) -> dict[str, Refund]:
    rows = Refund.objects.filter(provider_refund_id__in=ids).select_related("payment")
    return {row.provider_refund_id: row for row in rows if row.provider_refund_id}


def unanswered_refund(*, provider_payment_id: str, amount_minor: int) -> Refund | None:
    """A refund that we asked for and whose answer was lost."""
    rows = Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id=None, asked_at__isnull=False)
    rows = rows.filter(is_by_bank=False, amount_minor=amount_minor + F("covered_minor"))
    return rows.filter(payment__provider_payment_id=provider_payment_id).select_related("payment").first()


def refunds_waiting_since(*, unanswered: datetime, unpaid: datetime) -> QuerySet[Refund]:
    """Refunds that failed, that the provider never answered, or that it has not paid for days."""
    silent = Q(status=Refund.Status.PENDING, provider_refund_id=None, created_at__lt=unanswered, is_by_bank=False)
    slow = Q(status=Refund.Status.PENDING, created_at__lt=unpaid)
    poor = Q(status=Refund.Status.PENDING, waits="balance")  # told at once: somebody must bring money
    rows = Refund.objects.filter(silent | slow | poor | Q(status=Refund.Status.FAILED)).exclude(waits="dispute")
    return rows.select_related("payment").order_by("created_at")


def is_given_back(payment: Payment) -> bool:
    return Refund.objects.filter(payment=payment, status=Refund.Status.PROCESSED).exists()


def waits_for_money(refund_id: str) -> bool:
    """Whether a refund was refused for want of balance at the provider."""
    return Refund.objects.filter(pk=refund_id, status=Refund.Status.PENDING, waits="balance").exists()
