"""Telling that an offer ran low, ran out or came back, and renewing pages that count its last units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.catalog.types import StockBecame
from haat.core import events, generation
from haat.inventory.queries.levels import levels
from haat.inventory.queries.shelf import shelves
from haat.inventory.services.alerts import settle_alert, state_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from haat.inventory.queries.shelf import Source


COUNTED_DOWN = 5  # “only 3 left” must be true, so the last units of an offer renew its pages


def announce(changes: Mapping[UUID, int], *, at: datetime) -> None:
    """Publish for each offer that crossed zero; `changes` says by how much each became more or less available.

    Bundles follow their components. Crossing the seller's own level writes or ends an alert.
    """
    changes = {offer_id: delta for offer_id, delta in changes.items() if delta}
    if not changes:
        return
    is_renewed, bundles = False, set()
    for level in levels(changes):
        before = level.left - changes[level.offer_id]
        is_renewed |= _became(level.offer_id, level.product_id, before, level.left)
        if state_of(before, level.threshold) != state_of(level.left, level.threshold):
            settle_alert(offer_id=level.offer_id, left=level.left, threshold=level.threshold, at=at)
        bundles |= set(level.bundles)
    if bundles:
        is_renewed |= _bundles(bundles, changes)
    if is_renewed:
        generation.bump_after_commit()


def _bundles(bundle_ids: set[UUID], changes: Mapping[UUID, int]) -> bool:
    def before(source: Source) -> int:
        return source.left - (changes.get(source.offer_id, 0) if source.offer_id else 0)

    is_renewed = False
    products = catalog.products_of_offers(bundle_ids)
    for offer_id, shelf in shelves(sorted(bundle_ids)).items():
        had = max(0, min((before(one) // one.per for one in shelf.sources), default=0))
        is_renewed |= _became(offer_id, products[offer_id], had, shelf.available)
    return is_renewed


def _became(offer_id: UUID, product_id: UUID, before: int, after: int) -> bool:
    """Whether pages have to be renewed."""
    if (before > 0) != (after > 0):
        state = "in" if after > 0 else "out"
        events.publish(StockBecame(product_id=str(product_id), offer_id=str(offer_id), state=state))
        return True
    return before != after and after <= COUNTED_DOWN


def tell(*, offer_id: UUID, at: datetime) -> None:
    """Say how an offer stands now, whatever it was before: for numbered units, and for what was just made."""
    for level in levels([offer_id]):
        state = "in" if level.left > 0 else "out"
        events.publish(StockBecame(product_id=str(level.product_id), offer_id=str(offer_id), state=state))
        settle_alert(offer_id=offer_id, left=level.left, threshold=level.threshold, at=at)
        generation.bump_after_commit()
