"""From which stocks a cart is taken: whole lines from one place where one can fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.core.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from haat.inventory.queries.shelf import Shelf, Source


class OutOfStock(DomainError):
    """`details` maps the id of each offer that falls short to the units left of it."""

    code = "out_of_stock"


@dataclass(frozen=True, slots=True)
class Take:
    """Units of one stock for one line. `offer_id` is what is bought, `source` what it takes from."""

    offer_id: UUID
    stock_id: UUID
    quantity: int
    source: Source


def plan(shelves: Mapping[UUID, Shelf], quantities: Mapping[UUID, int]) -> list[Take]:
    """The same cart on the same shelves gives the same plan. Raises OutOfStock with what is left of what falls short.

    Lines share the shelves: a bundle and its component in one cart are taken one after the other.
    """
    left = {stock_id: count for shelf in shelves.values() for one in shelf.sources for stock_id, count in one.rows}
    takes: list[Take] = []
    short: dict[str, int] = {}
    for offer_id in sorted(quantities):
        sources, wanted = shelves[offer_id].sources, quantities[offer_id]
        possible = min((_left(one, left) // one.per for one in sources), default=0)
        if possible < wanted:
            short[str(offer_id)] = max(0, possible)
            continue
        for source in sources:
            for stock_id, count in _split(source, source.per * wanted, left):
                left[stock_id] -= count
                takes.append(Take(offer_id, stock_id, count, source))
    if short:
        raise out_of_stock(short)
    return takes


def out_of_stock(short: dict[str, int]) -> OutOfStock:
    least = min(short.values(), default=0)
    sentence = "This has just sold out." if least == 0 else f"Only {least} left."
    return OutOfStock(f"{sentence} Change your cart and try again.", details=short)


def _left(source: Source, left: Mapping[UUID, int]) -> int:
    return sum(left[stock_id] for stock_id, _ in source.rows)


def _split(source: Source, wanted: int, left: Mapping[UUID, int]) -> list[tuple[UUID, int]]:
    """The first place that has all of it; else the fullest places first."""
    whole = next((stock_id for stock_id, _ in source.rows if left[stock_id] >= wanted), None)
    if whole is not None:
        return [(whole, wanted)]
    found = []
    for stock_id in sorted((stock_id for stock_id, _ in source.rows), key=lambda one: (-left[one], one)):
        count = min(wanted, left[stock_id])
        if count > 0:
            found.append((stock_id, count))
            wanted -= count
    return found
