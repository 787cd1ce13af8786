"""Putting a seller into a tier of the brand: commission rules may be for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.sellers.models import Seller

if TYPE_CHECKING:
    from uuid import UUID


def set_tier(*, seller_id: UUID, tier: str, reason: str) -> None:
    """Empty takes it out. Orders whose commission is pinned keep it."""
    with transaction.atomic():
        seller = Seller.objects.select_for_update().get(pk=seller_id)
        before, seller.tier = seller.tier, tier
        if before == tier:
            return
        seller.save(update_fields=["tier", "updated_at"])
        audit.record("seller.tier_set", seller, before={"tier": before}, after={"tier": tier}, reason=reason)
