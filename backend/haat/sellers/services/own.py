"""Saying that a shop is the brand's own: gift cards are for what the brand itself sells, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.sellers.models import Seller

if TYPE_CHECKING:
    from uuid import UUID


def mark_own(*, seller_id: UUID, is_own: bool, reason: str) -> None:
    """Orders that are placed already stay as they were paid."""
    with transaction.atomic():
        seller = Seller.objects.select_for_update().get(pk=seller_id)
        before, seller.is_own = seller.is_own, is_own
        seller.save(update_fields=["is_own", "updated_at"])
        audit.record("seller.own_marked", seller, before={"is_own": before}, after={"is_own": is_own}, reason=reason)
