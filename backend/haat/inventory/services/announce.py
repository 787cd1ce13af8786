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


def announce(before: Mapping[UUID, int]) -> None:
    """Publish for each stock that crossed zero; `before` has its availability ahead of the change."""
    rows = list(
        Stock.objects.filter(pk__in=before).values_list(
            "id", "offer_id", "offer__variant__product_id", "on_hand", "reserved"
        )
    )
    crossed = [
        StockBecame(product_id=str(product_id), offer_id=str(offer_id), state="in" if on_hand > reserved else "out")
        for stock_id, offer_id, product_id, on_hand, reserved in rows
        if (before[stock_id] > 0) != (on_hand > reserved)
    ]
    for event in crossed:
        events.publish(event)
    if crossed or any(0 < on_hand - reserved <= COUNTED_DOWN for *_, on_hand, reserved in rows):
        generation.bump_after_commit()
