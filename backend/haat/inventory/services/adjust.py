"""Changing what is on the shelf by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from django.db import transaction

from haat.audit import services as audit
from haat.inventory.services import shelve

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.inventory.models import Stock
    from haat.sellers.models import PickupPlace


def adjust(
    *,
    offer: Offer,
    place: PickupPlace | None = None,
    delta: int | None = None,
    on_hand: int | None = None,
    reason: Literal["received", "corrected", "imported"],
    note: str = "",
    at: datetime,
    actor: Actor,
) -> Stock:
    """Add `delta` units or set the counted `on_hand`; give exactly one. No change leaves no movement.

    Without a place the seller's default one is meant. Raises WrongStock when less would remain than is held for orders,
    and for bundles and numbered units, which have no count of their own.
    """
    if (delta is None) == (on_hand is None):
        raise ValueError("Give either delta or on_hand.")
    with transaction.atomic():
        stock = shelve.locked(offer, place)
        before = stock.on_hand
        target = before + delta if delta is not None else int(on_hand or 0)
        shelve.check_target(stock, target)
        if shelve.move(stock, target - before, shelve.Cause(reason, at, actor, note)):
            counts = {"before": {"on_hand": before}, "after": {"on_hand": target, "why": reason}}
            audit.record(
                "stock.adjusted", offer, **counts, reason=note, label=f"{offer.variant.sku} · {offer.seller.name}"
            )
        return stock
