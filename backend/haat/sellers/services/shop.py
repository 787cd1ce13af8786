"""What a seller does with its own shop: texts, vacation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.sellers.services.moves import S, locked, move

if TYPE_CHECKING:
    from collections.abc import Mapping

    from haat.sellers.models import Seller


@transaction.atomic
def update_shop(*, seller: Seller, changes: Mapping[str, str]) -> Seller:
    """Change what customers read of the shop."""
    before = {name: getattr(seller, name) for name in changes}
    for name, value in changes.items():
        setattr(seller, name, value)
    seller.save(update_fields=[*changes, "updated_at"])
    audit.record("seller.shop_changed", seller, before=before, after=dict(changes))
    return seller


@transaction.atomic
def pause(*, seller: Seller) -> Seller:
    """Vacation: nothing can be bought, everything stays; orders that are there have to be sent."""
    return move(locked(seller, within=[S.ACTIVE], verb="paused"), S.PAUSED, action="seller.paused")


@transaction.atomic
def resume(*, seller: Seller) -> Seller:
    return move(locked(seller, within=[S.PAUSED], verb="resumed"), S.ACTIVE, action="seller.resumed")
