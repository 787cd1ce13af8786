"""Holding units for a checkout: all lines or none, and never more than there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.core.adding import add_all
from haat.core.db import joined, run
from haat.core.errors import InvalidInput, NotNow
from haat.inventory.models import Reservation
from haat.inventory.queries.shelf import shelves
from haat.inventory.services import claim
from haat.inventory.services.announce import announce
from haat.inventory.services.plan import out_of_stock, plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.inventory.queries.shelf import Shelf
    from haat.inventory.services.plan import Take

# Whole or not at all for each stock; locked in the order of ids so that two checkouts cannot deadlock.
TAKE = """
WITH wanted AS (
    SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::int[]) AS w (id, stock_id, offer_id, quantity)),
held AS (
    SELECT s.id, u.units FROM inventory_stock s
    JOIN (SELECT stock_id AS id, sum(quantity) AS units FROM wanted GROUP BY stock_id) u USING (id)
    WHERE s.id = ANY(%s) ORDER BY s.id FOR UPDATE OF s),
taken AS (
    UPDATE inventory_stock s SET reserved = s.reserved + held.units FROM held
    WHERE held.id = s.id AND s.is_open AND s.on_hand >= s.reserved + held.units RETURNING s.id)
INSERT INTO inventory_reservation
    (id, created_at, updated_at, stock_id, offer_id, quantity, returned, reference, state, expires_at)
SELECT w.id, now(), now(), w.stock_id, w.offer_id, w.quantity, 0, %s, 'held', %s
FROM wanted w JOIN taken ON taken.id = w.stock_id
"""
TRIES_MAX = 8  # each further one means that somebody else took from a place meanwhile


def reserve(
    *,
    quantities: Mapping[UUID, int],
    reference: UUID,
    expires_at: datetime,
    at: datetime,
    customer_id: UUID | None = None,
) -> None:
    """Hold units of offers for `reference` until `expires_at`. Asking again for the same only prolongs the hold.

    Raises what `hold` raises, and NotNow when the reference holds something else.
    """
    with joined():
        found = shelves(quantities)
        if not _holds_already(found, quantities, reference, expires_at):
            hold(
                quantities=quantities, reference=reference, expires_at=expires_at, at=at, customer_id=customer_id,
                seen=found,
            )  # fmt: skip


def hold(
    *,
    quantities: Mapping[UUID, int],
    reference: UUID,
    expires_at: datetime,
    at: datetime,
    customer_id: UUID | None = None,
    seen: Mapping[UUID, Shelf] | None = None,
) -> None:
    """The same for a reference that is new and holds nothing. `seen` are the shelves, where they were read just now.

    A bundle holds its components. What a rival took between the look and the taking is planned again from what is left.
    Raises OutOfStock when any line falls short (nothing is held then), InvalidInput for a quantity below 1,
    NotOpen and OverLimit for a drop.
    """
    if any(quantity < 1 for quantity in quantities.values()):
        raise InvalidInput("A quantity must be at least 1.", details={"quantity": ["At least 1."]})
    if expires_at <= at:
        raise InvalidInput("A hold must end in the future.", details={"expires_at": ["In the past."]})
    found = seen or shelves(quantities)
    for _ in range(TRIES_MAX):
        takes = plan(found, quantities)
        claim.check(takes, at=at, customer_id=customer_id)
        rows = [
            Reservation(
                stock_id=take.stock_id, offer_id=take.offer_id, quantity=take.quantity, reference=reference,
                expires_at=expires_at, customer_id=customer_id if take.source.drop else None,
            )
            for take in takes
        ]  # fmt: skip
        numbered = [row for row in rows if row.customer_id is not None]
        is_undone = _is_undone(takes)
        with transaction.atomic() if is_undone else joined():
            if _take(rows) and claim.units(takes, rows, customer_id=customer_id):
                add_all(numbered)
                announce(_changes(takes), at=at)
                claim.recount(takes)
                return
            transaction.set_rollback(is_undone)
        found = shelves(quantities)
    left = {pk: shelf.available for pk, shelf in found.items()}
    raise out_of_stock({str(pk): count for pk, count in left.items() if count < quantities[pk]})


def extend(*, reference: UUID, expires_at: datetime) -> int:
    """Prolong what is still held, once payment begins; returns how many lines were. 0 means the hold is gone."""
    return Reservation.objects.filter(reference=reference, state=Reservation.State.HELD).update(expires_at=expires_at)


def _holds_already(
    found: Mapping[UUID, Shelf], quantities: Mapping[UUID, int], reference: UUID, expires_at: datetime
) -> bool:
    rows = Reservation.objects.select_for_update().filter(reference=reference, state=Reservation.State.HELD)
    held: Counter[UUID] = Counter()
    for row in rows.order_by("stock_id", "offer_id"):
        held[row.offer_id] += row.quantity
    wanted = {pk: count * sum(one.per for one in found[pk].sources) for pk, count in quantities.items()}
    if held and held != wanted:
        raise NotNow("This order already holds other goods; release them first.")
    return bool(held) and extend(reference=reference, expires_at=expires_at) > 0


def _is_undone(takes: Sequence[Take]) -> bool:
    """Whether a try that falls short has to be undone, by a savepoint: it may have held other lines, and it keeps a lock.

    A lock on one stock that is kept while another is taken would be out of order, and two checkouts would wait for each
    other. The only stock of the only line leaves nothing, and is the one that is asked again.
    """
    return len(takes) != 1 or takes[0].source.drop is not None or len(takes[0].source.rows) > 1


def _take(rows: Sequence[Reservation]) -> bool:
    """Hold what is not numbered and write that down. False when a stock falls short."""
    plain = [row for row in rows if row.customer_id is None]
    if not plain:
        return True
    columns: list[Any] = [[getattr(row, name) for row in plain] for name in ("pk", "stock_id", "offer_id", "quantity")]
    return run(TAKE, *columns, columns[1], plain[0].reference, plain[0].expires_at) == len(plain)


def _changes(takes: Sequence[Take]) -> dict[UUID, int]:
    found: Counter[UUID] = Counter()
    for take in takes:
        if take.source.drop is None and take.source.offer_id is not None:
            found[take.source.offer_id] -= take.quantity
    return dict(found)
