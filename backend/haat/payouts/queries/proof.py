"""What payouts say must stand in the books, row by row however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from haat.payouts.models import Adjustment, CashRemittance, Disbursement, Payout, PayoutEntry, PayoutLine, Reserve

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 2_000


def started() -> Iterator[Payout]:
    """Every payout that left what its seller is owed."""
    rows = Payout.objects.filter(started_at__isnull=False, amount_minor__gt=0)
    return rows.order_by("pk").iterator(CHUNK)


def paid_ways() -> Iterator[Disbursement]:
    """Everything that arrived, also what came back afterwards."""
    rows = Disbursement.objects.filter(status__in=["paid", "returned"]).select_related("payout").order_by("pk")
    return rows.iterator(CHUNK)


def returned_ways() -> Iterator[Disbursement]:
    """What never arrived and is in the balance again."""
    rows = Disbursement.objects.filter(status="failed").select_related("payout").order_by("pk")
    return rows.iterator(CHUNK)


def bounced() -> Iterator[Disbursement]:
    """What had arrived and came back."""
    rows = Disbursement.objects.filter(status="returned").select_related("payout").order_by("pk")
    return rows.iterator(CHUNK)


def reserves() -> Iterator[Reserve]:
    return Reserve.objects.order_by("pk").iterator(CHUNK)


def adjusted() -> Iterator[Adjustment]:
    return Adjustment.objects.filter(status=Adjustment.Status.BOOKED).order_by("pk").iterator(CHUNK)


def remitted() -> Iterator[CashRemittance]:
    return CashRemittance.objects.order_by("pk").iterator(CHUNK)


def summed_wrongly() -> Iterator[tuple[str, int, int]]:
    """Payouts whose lines or ways do not add up: number, what it moves, what they say."""
    by_lines = Payout.objects.annotate(said=Coalesce(Sum("lines__net_minor"), 0)).exclude(amount_minor=F("said"))
    by_ways = Payout.objects.annotate(said=Coalesce(Sum("disbursements__amount_minor"), 0)).exclude(
        amount_minor=F("said")
    )
    for rows in (by_lines, by_ways):
        yield from rows.values_list("number", "amount_minor", "said").iterator(CHUNK)


def closed_wrongly() -> Iterator[tuple[str, int, int]]:
    """Payouts whose entries are not what they paid, kept back and left: number, what is left, what the entries say.

    All entries of a statement, with what came over from the one before, add up to what it leaves to the next.
    """
    closed = Q(status="scheduled")
    entries = dict(
        PayoutEntry.objects.exclude(payout__status="scheduled").values_list("payout").annotate(Sum("net_minor"))
    )
    over = dict(PayoutLine.objects.filter(kind="carried").values_list("payout").annotate(Sum("net_minor")))
    rows = Payout.objects.exclude(closed).values_list("pk", "number", "carried_minor")
    for pk, number, carried in rows.iterator(CHUNK):
        said = entries.get(pk, 0) + over.get(pk, 0)
        if said != carried:
            yield number, carried, said
