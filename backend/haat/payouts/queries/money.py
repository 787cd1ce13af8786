"""Ways of money: what waits for the bank, files, and transfers from the balance as the provider knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from haat.audit import queries as audit
from haat.core.errors import NotFound
from haat.payouts.models import BankBatch, Disbursement

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from django.db.models import QuerySet


def for_the_bank() -> QuerySet[Disbursement]:
    """What waits for a bank file."""
    rows = Disbursement.objects.filter(rail="bank_file", status="waiting", payout__status="in_transit")
    return rows.select_related("payout__seller").order_by("reference")


def batches() -> QuerySet[BankBatch]:
    open_lines = Count("lines", filter=Q(lines__status="sent"))
    failed = Count("lines", filter=Q(lines__status__in=["failed", "returned"]))
    rows = BankBatch.objects.annotate(made_name=audit.name_of("made_by"), open_count=open_lines, failed_count=failed)
    return rows.order_by("-number")


def batch(batch_id: UUID) -> BankBatch:
    """With its lines. Raises NotFound."""
    lines = Prefetch("lines", Disbursement.objects.select_related("payout__seller").order_by("reference"))
    found = batches().prefetch_related(lines).filter(pk=batch_id).first()
    if found is None:
        raise NotFound("There is no such bank file.")
    return found


def disbursement(disbursement_id: UUID) -> Disbursement:
    """Raises NotFound."""
    found = Disbursement.objects.select_related("payout__seller", "batch").filter(pk=disbursement_id).first()
    if found is None:
        raise NotFound("There is no such payment.")
    return found


def bank_line(disbursement_id: UUID) -> Disbursement:
    """A line for the bank. Raises NotFound, also for money that goes another way."""
    found = disbursement(disbursement_id)
    if found.rail != Disbursement.Rail.BANK:
        raise NotFound("There is no such line for the bank.")
    return found


def known_direct(ids: Collection[str]) -> dict[str, Disbursement]:
    """Transfers from the balance, by the provider's id."""
    rows = Disbursement.objects.filter(rail="route_direct", provider_id__in=ids).select_related("payout")
    return {row.provider_id: row for row in rows if row.provider_id}


def is_asked_directly(key: str) -> bool:
    """Whether a transfer from the balance that carries our key is still waited for."""
    try:
        wanted = UUID(key)
    except ValueError:
        return False
    return Disbursement.objects.filter(rail="route_direct", pk=wanted, status="sent").exists()


def sent_since(at: datetime) -> QuerySet[Disbursement]:
    """What a bank or the provider was asked before and has not answered."""
    rows = Disbursement.objects.filter(status="sent", updated_at__lt=at).exclude(rail="route_hold")
    return rows.select_related("payout__seller").order_by("updated_at")
