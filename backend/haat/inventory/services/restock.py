"""Units that were sold come back to the shelves they were taken from, once a reference."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from django.db import transaction
from django.db.models import Q

from haat.core import context
from haat.core.errors import NotFound
from haat.inventory.models import Reservation, Stock, StockMovement
from haat.inventory.queries.shelf import shelves
from haat.inventory.services import shelve
from haat.inventory.services.announce import announce
from haat.inventory.services.units_back import return_units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

Reason = Literal["returned", "cancelled"]


@transaction.atomic
def restock(
    *,
    offer_id: UUID,
    quantity: int,
    reference: str | UUID,
    sold_under: UUID | None = None,
    of: int | None = None,
    reason: Reason = "returned",
    at: datetime,
) -> bool:
    """Put units of a return or a cancelled sale back; False when this reference was put back before.

    `sold_under` is the order: each unit, or each component of a bundle, returns to the place it came from. `of` is how
    many were bought, where only some come back. Without an order they go to the seller's default place.
    Raises NotFound for an offer that has no stock.
    """
    rows = _sold(offer_id, sold_under)
    wanted = _shares(rows, quantity, of or quantity) if rows else _at_default(offer_id, quantity)
    stocks = {row.pk: row for row in Stock.objects.select_for_update().filter(pk__in=wanted).order_by("pk")}
    theirs = Q(sold_as=offer_id) | Q(sold_as=None, stock__offer_id=offer_id)
    if StockMovement.objects.filter(theirs, reason=reason, reference=str(reference)).exists():
        return False
    Reservation.objects.bulk_update(rows, ["returned"])
    changes: Counter[UUID] = Counter()
    actor = context.current().actor
    for stock in stocks.values():
        sold_as = offer_id if stock.offer_id != offer_id else None
        cause = shelve.Cause(reason, at, actor, reference=str(reference), sold_as=sold_as)
        shelve.move(stock, wanted[stock.pk], cause, is_told=False)
        changes[stock.offer_id] += wanted[stock.pk] if stock.is_open else 0
    announce(changes, at=at)
    for row in rows:
        if row.customer_id is not None:
            share = row.quantity * quantity // (of or quantity)
            return_units(row, share, reason=reason, reference=str(reference), at=at)
    return True


def _sold(offer_id: UUID, order_id: UUID | None) -> list[Reservation]:
    if order_id is None:
        return []
    rows = Reservation.objects.select_for_update(of=("self",)).select_related("stock")
    return list(rows.filter(reference=order_id, offer_id=offer_id, state="committed").order_by("stock_id"))


def _shares(rows: Sequence[Reservation], quantity: int, of: int) -> dict[UUID, int]:
    """By stock, what comes back of it: of each component its share, from what has not come back yet."""
    by_source: dict[UUID, list[Reservation]] = defaultdict(list)
    for row in rows:
        if row.customer_id is None:
            by_source[row.stock.offer_id].append(row)
    found: dict[UUID, int] = {}
    for group in by_source.values():
        share = sum(row.quantity for row in group) * quantity // of
        for row in group:
            back = min(share, row.quantity - row.returned)
            if back > 0:
                row.returned += back
                found[row.stock_id] = back
                share -= back
    return found


def _at_default(offer_id: UUID, quantity: int) -> dict[UUID, int]:
    sources = shelves([offer_id])[offer_id].sources
    wanted: dict[UUID, int] = {}
    for source in sources:
        if source.offer_id is None:
            continue
        row = Stock.objects.filter(offer_id=source.offer_id).order_by("-is_open", "-place__is_default", "pk").first()
        if row is not None:
            wanted[row.pk] = quantity * source.per
    if not wanted:
        raise NotFound("There is no stock of this offer.")
    return wanted
