"""Telling that an offer ran out or came back: the only changes of stock that the shop's pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.types import StockBecame
from haat.core import events, generation
from haat.inventory.models import Stock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


def announce(before: Mapping[UUID, int]) -> None:
    """Publish for each stock that crossed zero; `before` has its availability ahead of the change."""
    rows = Stock.objects.filter(pk__in=before).values_list(
        "id", "offer_id", "offer__variant__product_id", "on_hand", "reserved"
    )
    crossed = [
        StockBecame(product_id=str(product_id), offer_id=str(offer_id), state="in" if on_hand > reserved else "out")
        for stock_id, offer_id, product_id, on_hand, reserved in rows
        if (before[stock_id] > 0) != (on_hand > reserved)
    ]
    for event in crossed:
        events.publish(event)
    if crossed:
        generation.bump_after_commit()
