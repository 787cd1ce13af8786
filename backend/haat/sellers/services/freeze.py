"""Holding a seller's payouts for a while, after a change by which a thief would move the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.sellers.models import Seller
from haat.sellers.types import PayoutsFrozen

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@transaction.atomic
def freeze_payouts(*, seller: Seller, reason: str, at: datetime) -> Seller:
    """Start no payout for the days of HAAT_PAYOUT_FREEZE; a second change begins them anew, never shortens them."""
    seller = Seller.objects.select_for_update().get(pk=seller.pk)
    before, until = seller.payouts_frozen_until, at + settings.HAAT_PAYOUT_FREEZE
    if before is not None and before >= until:
        return seller
    seller.payouts_frozen_until, seller.payouts_frozen_reason = until, reason
    seller.save(update_fields=["payouts_frozen_until", "payouts_frozen_reason", "updated_at"])
    audit.record("seller.payouts_frozen", seller, after={"until": until.isoformat()}, reason=reason)
    events.publish(PayoutsFrozen(seller_id=str(seller.pk)))
    return seller


def freeze_by_entity(*, entity_id: UUID | str, reason: str, at: datetime) -> None:
    """The same for the shop of a legal person on this brand, if it has one."""
    seller = Seller.objects.filter(entity_id=entity_id).first()
    if seller is not None:
        freeze_payouts(seller=seller, reason=reason, at=at)
