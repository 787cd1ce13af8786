"""Somebody of the brand says that a seller, or one payout, waits; and lets go again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import NotNow
from haat.payouts.models import Payout, PayoutHold

if TYPE_CHECKING:
    from datetime import datetime

    from haat.sellers.models import Seller


def hold(*, seller: Seller, reason: str, at: datetime, payout: Payout | None = None) -> PayoutHold:
    """Money that is on its way is not called back. Raises NotNow for a payout that started, or a second hold."""
    with transaction.atomic():
        if payout is not None:
            payout = Payout.objects.select_for_update().get(pk=payout.pk)
            if payout.status != Payout.Status.SCHEDULED:
                raise NotNow(f"{payout.number} has started. Its money cannot be called back.")
        if PayoutHold.objects.filter(seller=seller, payout=payout, released_at=None).exists():
            raise NotNow("This is on hold already.")
        made = PayoutHold.objects.create(seller=seller, payout=payout, reason=reason, by=audit.somebody(), at=at)
        audit.record("payout.hold_set", payout or seller, reason=reason, label=payout.label if payout else seller.name)
    return made


def let_go(*, hold: PayoutHold, reason: str, at: datetime) -> PayoutHold:
    """Raises NotNow when somebody did before."""
    with transaction.atomic():
        hold = PayoutHold.objects.select_for_update(of=("self",)).select_related("seller").get(pk=hold.pk)
        if hold.released_at is not None:
            raise NotNow("This was let go before.")
        hold.released_at, hold.released_by, hold.release_reason = at, audit.somebody(), reason
        hold.save(update_fields=["released_at", "released_by", "release_reason", "updated_at"])
        thing = Payout.objects.select_related("seller").get(pk=hold.payout_id) if hold.payout_id else hold.seller
        label = thing.label if isinstance(thing, Payout) else hold.seller.name
        audit.record("payout.hold_ended", thing, reason=reason, label=label)
    return hold
