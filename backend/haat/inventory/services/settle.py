"""Ending a hold: the goods are sold, or they go back on the shelf. Whoever comes first wins, the other does nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from django.db import transaction

from haat.core.adding import add_all
from haat.core.db import connection, joined
from haat.inventory.models import Reservation, Stock, StockMovement, Unit
from haat.inventory.services import claim
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

COMMITTED, SOLD = Reservation.State.COMMITTED, StockMovement.Reason.SOLD


# FOR UPDATE re-reads the state after waiting, so a race has one winner; all lock in the same order. A movement has the
# id of its hold, which is sold once, and names nobody: a seller need not read there which customer bought.
END = """
UPDATE inventory_reservation SET state = %s WHERE id IN (
    SELECT id FROM inventory_reservation WHERE reference = %s AND state = 'held' ORDER BY stock_id, offer_id FOR UPDATE)
RETURNING *
"""
SELL = """
WITH ended AS (
    UPDATE inventory_reservation SET state = 'committed' WHERE id IN (
        SELECT id FROM inventory_reservation WHERE reference = %s AND state = 'held' ORDER BY stock_id, offer_id FOR UPDATE)
    RETURNING id, stock_id, offer_id, quantity, customer_id),
gone AS (
    SELECT s.id, w.units FROM inventory_stock s
    JOIN (SELECT stock_id AS id, sum(quantity) AS units FROM ended WHERE customer_id IS NULL GROUP BY stock_id) w USING (id)
    ORDER BY s.id FOR UPDATE OF s),
sold AS (
    UPDATE inventory_stock s SET on_hand = s.on_hand - gone.units, reserved = s.reserved - gone.units
    FROM gone WHERE gone.id = s.id RETURNING s.id, s.offer_id, s.on_hand + gone.units AS before),
moved AS (
    INSERT INTO inventory_stockmovement
        (id, created_at, stock_id, at, delta, balance_after, reason, note, reference, sold_as, actor, actor_id)
    SELECT e.id, now(), e.stock_id, %s, -e.quantity,
        sold.before - sum(e.quantity) OVER (PARTITION BY e.stock_id ORDER BY e.offer_id, e.id),
        'sold', '', %s, CASE WHEN e.offer_id <> sold.offer_id THEN e.offer_id END, '', ''
    FROM ended e JOIN sold ON sold.id = e.stock_id WHERE e.customer_id IS NULL)
SELECT id, offer_id, customer_id FROM ended
"""


class _Sold(NamedTuple):
    """A hold that became a sale; `customer_id` is of numbered units alone."""

    pk: UUID
    offer_id: UUID
    customer_id: UUID | None


def commit(*, reference: UUID, at: datetime) -> bool:
    """Turn what is held into sold goods, once. True when they are sold (now or before), False when the hold was gone."""
    with joined():
        with connection.prepared_cursor() as cursor:
            cursor.execute(SELL, [reference, at, str(reference)])
            rows = [_Sold(*row) for row in cursor.fetchall()]
        if not rows:
            return Reservation.objects.filter(reference=reference, state=COMMITTED).exists()
        add_all(_sold_units(rows, str(reference), at))
        return True


def release(*, reference: UUID, at: datetime, state: Literal["released", "expired"] = "released") -> int:
    """Give up what is still held and return how many lines were; sold goods and ended holds stay as they are."""
    with transaction.atomic():
        rows = _end(reference, Reservation.State(state))
        numbered = [row for row in rows if row.customer_id is not None]
        if numbered:
            _free_units(numbered)
        plain = [row for row in rows if row.customer_id is None]
        stocks = _locked(plain)
        changes: Counter[UUID] = Counter()
        for row in plain:
            stocks[row.stock_id].reserved -= row.quantity
            changes[stocks[row.stock_id].offer_id] += row.quantity if stocks[row.stock_id].is_open else 0
        Stock.objects.bulk_update(stocks.values(), ["reserved"])
        announce(changes, at=at)
        return len(rows)


def _end(reference: UUID, state: str) -> list[Reservation]:
    """Move the held rows on, in the order of their stocks."""
    rows = Reservation.objects.raw(END, [state, reference])
    return sorted(rows, key=lambda row: (row.stock_id, row.offer_id))


def _locked(rows: Iterable[Reservation]) -> dict[UUID, Stock]:
    found = Stock.objects.select_for_update().filter(pk__in={row.stock_id for row in rows})
    return {stock.pk: stock for stock in found.order_by("pk")}


def _sold_units(rows: Sequence[_Sold], reference: str, at: datetime) -> list[StockMovement]:
    by_id = {row.pk: row for row in rows if row.customer_id is not None}
    if not by_id:
        return []
    units = list(Unit.objects.filter(reservation__in=by_id, state=Unit.State.HELD).select_related("stock"))
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(state=Unit.State.SOLD)
    sold = [(unit, by_id[unit.reservation_id]) for unit in units if unit.reservation_id]
    return [
        StockMovement(
            stock=unit.stock, unit=unit, at=at, delta=-1, reason=SOLD,
            reference=reference, sold_as=row.offer_id if row.offer_id != unit.stock.offer_id else None,
        )
        for unit, row in sold
    ]  # fmt: skip


def _free_units(rows: Sequence[Reservation]) -> None:
    whose = {row.pk: row.customer_id for row in rows}
    units = list(Unit.objects.filter(reservation__in=whose, state=Unit.State.HELD).select_related("drop"))
    counts: Counter[tuple[UUID, UUID]] = Counter()
    for unit in units:
        customer_id = whose[unit.reservation_id] if unit.reservation_id else None
        if customer_id is not None:
            counts[unit.drop_id, customer_id] += 1
    claim.give_back(counts)
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(state=Unit.State.AVAILABLE, reservation=None)
    claim.look_again(unit.drop.offer_id for unit in units)
