"""Reads of sellers' shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.payments.models import (
    Reversal,
    Transfer,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

CHUNK = 2_000


def transfer(transfer_id: UUID | str) -> Transfer:
    return Transfer.objects.select_related("payment").get(pk=transfer_id)


def transfer_of(reference: UUID) -> Transfer | None:
    return Transfer.objects.filter(reference=reference).first()


def shares(references: Iterable[UUID]) -> dict[UUID, Transfer]:
    """The sellers' shares of some parts, however they stand."""
    wanted, found = list(references), {}
    for first in range(0, len(wanted), 5_000):
        rows = Transfer.objects.filter(reference__in=wanted[first : first + 5_000])
        found.update({row.reference: row for row in rows})
    return found


def shares_on_hold(seller_ids: Iterable[UUID] | None = None) -> Iterator[Transfer]:
    """Shares that lie at the provider in their sellers' names, of whom nothing was asked yet; the oldest first."""
    rows = Transfer.objects.filter(status=Transfer.Status.HELD, wanted="").order_by("created_at", "pk")
    if seller_ids is not None:
        rows = rows.filter(seller_id__in=list(seller_ids))
    return rows.iterator(CHUNK)


def reversal(reversal_id: UUID | str) -> Reversal:
    return Reversal.objects.select_related("transfer__payment").get(pk=reversal_id)


def left_of_share(reference: UUID) -> int | None:
    """What a part's share still holds for its seller, pieces that are asked back left out; None without a share.

    This is what a payout of the part moves, neither more nor less: the provider releases the whole rest at once.
    """
    found = transfer_of(reference)
    return found.left_minor if found else None


def reversed_pieces(provider_ids: Collection[str]) -> dict[str, int]:
    """What came back in pieces of released shares, by the provider's id."""
    rows = Transfer.objects.filter(provider_transfer_id__in=provider_ids, status=Transfer.Status.RELEASED)
    return {str(row.provider_transfer_id): row.reversed_minor for row in rows.filter(reversed_minor__gt=0)}


def released_transfers() -> Iterator[Transfer]:
    return Transfer.objects.filter(status=Transfer.Status.RELEASED).order_by("pk").iterator(CHUNK)


def known_transfers(ids: Collection[str]) -> dict[str, Transfer]:
    rows = Transfer.objects.filter(provider_transfer_id__in=ids).select_related("payment")
    return {row.provider_transfer_id: row for row in rows if row.provider_transfer_id}


def unanswered_transfer(reference: str) -> Transfer | None:
    rows = Transfer.objects.filter(provider_transfer_id=None, status=Transfer.Status.INTENDED).select_related("payment")
    return next((row for row in rows if str(row.reference) == reference), None)


def back_without_fee() -> list[str]:
    """Shares that came back and whose kept fee nobody has asked for yet, by the provider's ids."""
    rows = Transfer.objects.filter(status=Transfer.Status.REVERSED, wanted="reverse")
    return [found for found in rows.order_by("pk").values_list("provider_transfer_id", flat=True)[:500] if found]


def returned_transfers() -> Iterator[Transfer]:
    """Shares that came back and for whose way the provider kept its fee."""
    return Transfer.objects.filter(status=Transfer.Status.REVERSED, fee_minor__gt=0).order_by("pk").iterator(CHUNK)


def transfers_waiting_since(at: datetime) -> QuerySet[Transfer]:
    """Shares that failed, were never made, or whose release or return was asked for and not done."""
    asked = Q(status=Transfer.Status.HELD, updated_at__lt=at) & ~Q(wanted="")
    late = Q(status=Transfer.Status.INTENDED, created_at__lt=at) | Q(status=Transfer.Status.FAILED, created_at__lt=at)
    return Transfer.objects.filter(asked | late).order_by("created_at")
