"""Reads of disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.payments.models import (
    Covering,
    Dispute,
    DisputeShare,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from uuid import UUID


CHUNK = 2_000


def dispute(dispute_id: UUID | str) -> Dispute:
    return Dispute.objects.select_related("payment").prefetch_related("shares").get(pk=dispute_id)


def dispute_share(share_id: UUID | str) -> DisputeShare:
    return DisputeShare.objects.select_related("dispute__payment").get(pk=share_id)


def disputes_of(reference: UUID) -> list[Dispute]:
    """Disputes of an order's payments, the oldest first."""
    rows = Dispute.objects.filter(payment__reference=reference).select_related("payment")
    return list(rows.prefetch_related("shares").order_by("raised_at", "pk"))


def has_open_dispute(reference: UUID) -> bool:
    return Dispute.objects.filter(payment__reference=reference, ended_at=None).exists()


def open_dispute_ids() -> list[str]:
    return list(Dispute.objects.filter(ended_at=None).values_list("provider_dispute_id", flat=True))


def known_disputes(ids: Collection[str]) -> dict[str, Dispute]:
    rows = Dispute.objects.filter(provider_dispute_id__in=ids).select_related("payment")
    return {row.provider_dispute_id: row for row in rows}


def shares_of_part(part_id: UUID) -> list[DisputeShare]:
    """What of disputes falls on a seller order."""
    return list(DisputeShare.objects.filter(reference=part_id).select_related("dispute").order_by("pk"))


def covering(covering_id: UUID | str) -> Covering:
    return Covering.objects.select_related("refund__payment", "share__dispute").get(pk=covering_id)


def coverings() -> Iterator[Covering]:
    """Every refund that a lost dispute stood in for."""
    return Covering.objects.select_related("share__dispute").order_by("pk").iterator(CHUNK)


def disputes_that_took() -> Iterator[Dispute]:
    """Every dispute in which a bank took money, whether it gave it back or not."""
    return Dispute.objects.filter(taken_minor__gt=0).order_by("pk").iterator(CHUNK)


def shares_lost() -> Iterator[DisputeShare]:
    return DisputeShare.objects.filter(lost_minor__gt=0).order_by("pk").iterator(CHUNK)
