"""What several doors need."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from haat.core.errors import NotFound
from haat.inventory import queries as inventory
from haat.orders.models import Order, SellerOrder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


Row = TypeVar("Row")


WAITING = Order.Status.AWAITING_PAYMENT


ARRIVED = (SellerOrder.Status.DELIVERED, SellerOrder.Status.COMPLETED)


def name_units(order_id: UUID, parts: Iterable[SellerOrder]) -> None:
    """Write on each line which numbered units it has."""
    units = inventory.units_of(order_id)
    for part in parts:
        for line in part.lines.all():
            line.units = units.get(line.offer_id, ())


def must_be(row: Row | None, number: str) -> Row:
    if row is None:
        raise NotFound(f"There is no order {number}.")
    return row
