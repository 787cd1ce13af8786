"""Telling that an offer ran out or came back, and renewing pages that count its last units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.types import StockBecame
from haat.core import events, generation
from haat.inventory.models import Stock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


COUNTED_DOWN = 5  # “only 3 left” must be true, so the last units of an offer renew its pages


def announce(changes: Mapping[UUID, int]) -> None:
    """Publish for each stock that crossed zero; `changes` says by how much each became more or less available."""
    rows = Stock.objects.filter(pk__in=changes).values_list(
        "id", "offer_id", "offer__variant__product_id", "on_hand", "reserved"
    )
    is_renewed = False
    for stock_id, offer_id, product_id, on_hand, reserved in rows:
        left = on_hand - reserved
        if (left > 0) != (left - changes[stock_id] > 0):
            state = "in" if left > 0 else "out"
            events.publish(StockBecame(product_id=str(product_id), offer_id=str(offer_id), state=state))
            is_renewed = True
        is_renewed = is_renewed or left <= COUNTED_DOWN
    if is_renewed:
        generation.bump_after_commit()
