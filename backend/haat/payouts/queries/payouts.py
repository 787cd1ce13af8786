"""Payouts and adjustments, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch

from haat.audit import queries as audit
from haat.core.errors import NotFound
from haat.payouts.models import Adjustment, Disbursement, Payout, PayoutHold, PayoutLine

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def payouts(*, status: str = "", seller: str = "") -> QuerySet[Payout]:
    """Newest first. The lines come with them: a payout of a list is small, or nobody could read it."""
    lines = Prefetch("lines", PayoutLine.objects.select_related("part", "carried_from").order_by("created_at", "id"))
    ways = Prefetch("disbursements", Disbursement.objects.order_by("reference"))
    holds = Prefetch("holds", PayoutHold.objects.filter(released_at=None))
    rows = Payout.objects.select_related("seller", "run").prefetch_related(lines, ways, holds)
    if status:
        rows = rows.filter(status__in=status.split(","))
    if seller:
        rows = rows.filter(seller__slug=seller)
    return rows.order_by("-due_at", "-number")


def payout_rows(*, status: str = "", seller: str = "") -> QuerySet[Payout]:
    """The same without their lines, which are counted."""
    rows = payouts(status=status, seller=seller).prefetch_related(None).annotate(lines_count=Count("lines"))
    holds = Prefetch("holds", PayoutHold.objects.filter(released_at=None))
    return rows.prefetch_related(holds)


def payout(payout_id: UUID | str) -> Payout:
    """Raises NotFound."""
    return _found(payouts().filter(pk=payout_id).first())


def seller_payouts(*, seller: Seller) -> QuerySet[Payout]:
    return payouts().filter(seller=seller)


def seller_payout(*, seller: Seller, payout_id: UUID) -> Payout:
    """A seller's own payout. A rival's is not there. Raises NotFound."""
    return _found(seller_payouts(seller=seller).filter(pk=payout_id).first())


def in_transit_since(at: datetime) -> QuerySet[Payout]:
    """Payouts that were started before and have not arrived."""
    rows = Payout.objects.filter(status=Payout.Status.IN_TRANSIT, started_at__lt=at)
    return rows.select_related("seller").order_by("started_at")


def adjustments(*, status: str = "") -> QuerySet[Adjustment]:
    rows = Adjustment.objects.select_related("seller").annotate(
        proposed_name=audit.name_of("proposed_by"), decided_name=audit.name_of("decided_by")
    )
    return (rows.filter(status=status) if status else rows).order_by("-number")


def adjustment(adjustment_id: UUID) -> Adjustment:
    """Raises NotFound."""
    found = adjustments().filter(pk=adjustment_id).first()
    if found is None:
        raise NotFound("There is no such adjustment.")
    return found


def _found(row: Payout | None) -> Payout:
    if row is None:
        raise NotFound("There is no such payout.")
    return row
