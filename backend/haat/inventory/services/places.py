"""Closing a place takes its goods out of the shop; opening it brings them back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from haat.inventory.models import Stock
from haat.inventory.queries.shelf import shelves
from haat.inventory.services.announce import announce, tell
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.sellers.models import PickupPlace


@transaction.atomic
def set_place_open(*, place: PickupPlace, is_open: bool, at: datetime) -> PickupPlace:
    """What is held there for orders stays held, and leaves from there. Raises NotNow for the default place."""
    place = sellers.set_open(place=place, is_open=is_open, at=at)
    changes: Counter[UUID] = Counter()
    numbered: set[UUID] = set()
    for stock in Stock.objects.select_for_update().filter(place=place, is_open=not is_open).order_by("pk"):
        changes[stock.offer_id] += stock.available if is_open else -stock.available
    Stock.objects.filter(place=place).update(is_open=is_open)
    for offer_id, shelf in shelves(changes).items():
        if any(source.drop for source in shelf.sources):
            numbered.add(offer_id)
    announce(changes, at=at)
    for offer_id in sorted(numbered):
        tell(offer_id=offer_id, at=at)
    return place
