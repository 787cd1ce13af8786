"""The first count of many offers at once, as a file brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core import context
from haat.inventory.models import Stock, StockMovement
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


def count_first(*, counts: Mapping[UUID, int], at: datetime) -> None:
    """Open the stock of new offers at their sellers' default places with what the file says is there."""
    owners = catalog.sellers_of_offers(counts)
    places = sellers.default_places(seller_ids=owners.values())
    stocks = [
        Stock(offer_id=offer_id, place=places[owners[offer_id]], on_hand=count) for offer_id, count in counts.items()
    ]
    Stock.objects.bulk_create(stocks)
    actor = context.current().actor
    name = audit.name_kept(actor)
    StockMovement.objects.bulk_create(
        StockMovement(
            stock=stock, at=at, delta=stock.on_hand, balance_after=stock.on_hand,
            reason=StockMovement.Reason.IMPORTED, actor=name, actor_id=actor.user_id or "",
        )
        for stock in stocks
        if stock.on_hand
    )  # fmt: skip
