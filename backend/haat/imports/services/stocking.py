"""Counts of a file: opened for offers that are new, counted again for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.inventory import queries as inventory
from haat.inventory import services

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from haat.imports.columns.reading import Read


class HeldMeanwhile(Exception):
    """A customer took units between the look and the count: the rows are looked at again."""


def held_rows(rows: Mapping[int, Read]) -> dict[int, int]:
    """Rows that count fewer units than are held for orders, with how many are."""
    counted = {number: one for number, one in rows.items() if one.stock is not None}
    held = inventory.held_units([one.wanted.sku for one in counted.values()]) if counted else {}
    found = {number: held.get((one.wanted.sku, one.wanted.seller_id), 0) for number, one in counted.items()}
    return {number: units for number, units in found.items() if (counted[number].stock or 0) < units}


def stock_up(wanted: Mapping[UUID, int], *, new: Collection[UUID], at: datetime) -> None:
    """Raises HeldMeanwhile."""
    services.count_first(counts={pk: count for pk, count in wanted.items() if pk in new}, at=at)
    _, held = services.recount(counts={pk: count for pk, count in wanted.items() if pk not in new}, at=at)
    if held:
        raise HeldMeanwhile
