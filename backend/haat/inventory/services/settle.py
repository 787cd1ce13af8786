"""Ending a hold: the goods are sold, or they go back on the shelf. Whoever comes first wins, the other does nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from django.db import transaction

from haat.core.db import joined
from haat.inventory.models import Reservation, Stock, StockMovement, Unit
from haat.inventory.services import claim
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

HELD, COMMITTED = Reservation.State.HELD, Reservation.State.COMMITTED


def commit(*, reference: UUID, at: datetime) -> bool:
    """Turn what is held into sold goods, once. True when they are sold (now or before), False when the hold was gone."""
    with joined():
        rows = _end(reference, COMMITTED)
        if not rows:
            return Reservation.objects.filter(reference=reference, state=COMMITTED).exists()
        plain = [row for row in rows if row.customer_id is None]
        stocks = _locked(plain)
        moves = []
        for row in plain:
            stock = stocks[row.stock_id]
            stock.on_hand -= row.quantity
            stock.reserved -= row.quantity
            moves.append(_sold(row, stock, at))
        Stock.objects.bulk_update(stocks.values(), ["on_hand", "reserved"])
        StockMovement.objects.bulk_create([*moves, *_sold_units(rows, at)])
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
    """Move the held rows on. FOR UPDATE re-reads the state after waiting, so a race has one winner."""
    held = Reservation.objects.select_for_update().filter(reference=reference, state=HELD)
    rows = list(held.order_by("stock_id", "offer_id"))
    Reservation.objects.filter(pk__in=[row.pk for row in rows]).update(state=state)
    return rows


def _locked(rows: Iterable[Reservation]) -> dict[UUID, Stock]:
    found = Stock.objects.select_for_update().filter(pk__in={row.stock_id for row in rows})
    return {stock.pk: stock for stock in found.order_by("pk")}


def _sold(row: Reservation, stock: Stock, at: datetime) -> StockMovement:
    return StockMovement(  # nobody is named: a seller need not read here which customer bought
        stock=stock, at=at, delta=-row.quantity, balance_after=stock.on_hand, reason=StockMovement.Reason.SOLD,
        reference=str(row.reference), sold_as=row.offer_id if row.offer_id != stock.offer_id else None,
    )  # fmt: skip


def _sold_units(rows: Sequence[Reservation], at: datetime) -> list[StockMovement]:
    by_id = {row.pk: row for row in rows if row.customer_id is not None}
    if not by_id:
        return []
    units = list(Unit.objects.filter(reservation__in=by_id, state=Unit.State.HELD).select_related("stock"))
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(state=Unit.State.SOLD)
    sold = [(unit, by_id[unit.reservation_id]) for unit in units if unit.reservation_id]
    return [
        StockMovement(
            stock=unit.stock, unit=unit, at=at, delta=-1, reason=StockMovement.Reason.SOLD,
            reference=str(row.reference), sold_as=row.offer_id if row.offer_id != unit.stock.offer_id else None,
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
