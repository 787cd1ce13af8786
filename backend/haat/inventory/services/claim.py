"""Numbered units in a checkout: from a time on, so many to a customer, each piece to whoever locks it first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F
from django.utils import timezone

from haat.core import jobs
from haat.core.errors import DomainError
from haat.core.ids import new_id
from haat.inventory.models import DropBuyer, Reservation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.inventory.queries.shelf import DropTerms
    from haat.inventory.services.plan import Take

# The array is made once; a subquery with a limit could be run again for each row that it is joined to.
CLAIM = """
UPDATE inventory_unit SET state = 'held', reservation_id = %s, updated_at = now() WHERE id = ANY(ARRAY(
    SELECT id FROM inventory_unit WHERE stock_id = %s AND state = 'available'
    ORDER BY number LIMIT %s FOR UPDATE SKIP LOCKED))
"""
COUNT = """
INSERT INTO inventory_dropbuyer AS b (id, drop_id, customer_id, taken, created_at, updated_at)
VALUES (%s, %s, %s, %s, now(), now())
ON CONFLICT (drop_id, customer_id) DO UPDATE SET taken = b.taken + excluded.taken, updated_at = now()
WHERE %s::int IS NULL OR b.taken + excluded.taken <= %s
"""


class NotOpen(DomainError):
    """`details` has `opens_at`."""

    code = "drop_not_open"


class OverLimit(DomainError):
    """`details` has `per_customer`."""

    code = "over_limit"


def check(takes: Sequence[Take], *, at: datetime, customer_id: UUID | None) -> None:
    """Raises NotOpen before a drop opens, OverLimit for more than one customer may ever have."""
    for drop, quantity in _by_drop(takes).items():
        if drop.opens_at is not None and at < drop.opens_at:
            when = timezone.localtime(drop.opens_at).strftime("%d %B %Y, %H:%M")
            raise NotOpen(f"The sale opens on {when}.", details={"opens_at": drop.opens_at.isoformat()})
        if customer_id is None:
            raise ValueError("Numbered units are held for a customer.")
        if drop.per_customer is not None and quantity > drop.per_customer:
            raise _over(drop)


def units(takes: Sequence[Take], rows: Sequence[Reservation], *, customer_id: UUID | None) -> bool:
    """Claim the pieces for these reservations; False when there are not enough that nobody else has locked.

    Raises OverLimit when the customer has some of the drop already.
    """
    wanted = _by_drop(takes)
    if not wanted:
        return True
    with connection.cursor() as cursor:
        for drop in sorted(wanted, key=lambda one: one.id):
            most = drop.per_customer
            cursor.execute(COUNT, [new_id(), drop.id, customer_id, wanted[drop], most, most])
            if cursor.rowcount != 1:
                raise _over(drop)
        for take, row in zip(takes, rows, strict=True):
            if take.source.drop is not None:
                cursor.execute(CLAIM, [row.pk, take.stock_id, take.quantity])
                if cursor.rowcount != take.quantity:
                    return False
    return True


def give_back(counts: Mapping[tuple[UUID, UUID], int]) -> None:
    """By drop and customer: so many fewer are taken."""
    for drop_id, customer_id in sorted(counts):
        taken = DropBuyer.objects.filter(drop_id=drop_id, customer_id=customer_id)
        taken.update(taken=F("taken") - counts[drop_id, customer_id])


def recount(takes: Sequence[Take]) -> None:
    look_again(take.source.offer_id for take in takes if take.source.drop and take.source.offer_id)


def look_again(offer_ids: Iterable[UUID]) -> None:
    """Count after the commit: claims of others are not seen before, and waiting for them would undo the design."""
    for offer_id in dict.fromkeys(offer_ids):
        jobs.enqueue("inventory.recount", offer_id=offer_id)


def _by_drop(takes: Sequence[Take]) -> dict[DropTerms, int]:
    found: Counter[DropTerms] = Counter()
    for take in takes:
        if take.source.drop is not None:
            found[take.source.drop] += take.quantity
    return found


def _over(drop: DropTerms) -> OverLimit:
    sentence = f"Each customer gets at most {drop.per_customer} of this, and you have yours already or asked for more."
    return OverLimit(sentence, details={"per_customer": drop.per_customer})


def join_buyers(*, source_id: UUID, target_id: UUID) -> None:
    """Two customers are one person: what either has of a drop counts for both."""
    with connection.cursor() as cursor:
        for row in DropBuyer.objects.filter(customer_id=source_id).order_by("drop_id"):
            cursor.execute(COUNT, [new_id(), row.drop_id, target_id, row.taken, None, None])
    DropBuyer.objects.filter(customer_id=source_id).delete()
    Reservation.objects.filter(customer_id=source_id).update(customer_id=target_id)
