"""One alert from the moment an offer runs low until there is enough of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput
from haat.inventory.models import AlertLevel, StockAlert
from haat.inventory.queries.levels import default_level, levels, own_levels

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.sellers.models import Seller

S = StockAlert.State
LEVEL_MAX = 1_000_000


def state_of(left: int, threshold: int) -> str:
    """Empty where there is enough."""
    if left <= 0:
        return S.OUT
    return S.LOW if left <= threshold else ""


def settle_alert(*, offer_id: UUID, left: int, threshold: int, at: datetime) -> None:
    """Open, change or end the offer's alert as its count says."""
    state = state_of(left, threshold)
    still_open = StockAlert.objects.filter(offer_id=offer_id, ended_at=None)
    if not state:
        still_open.update(state=S.BACK, ended_at=at, changed_at=at, updated_at=at)
    elif not still_open.exclude(state=state).update(state=state, changed_at=at, updated_at=at):
        row = StockAlert(offer_id=offer_id, state=state, threshold=threshold, at=at, changed_at=at)
        StockAlert.objects.bulk_create([row], ignore_conflicts=True)  # another has just opened it


@transaction.atomic
def set_level(*, seller: Seller, offer: Offer | None, threshold: int | None, at: datetime) -> None:
    """At how many left the seller wants to know: of all offers, or of one; None gives one back to the rule for all."""
    if threshold is not None and not 0 <= threshold <= LEVEL_MAX:
        raise InvalidInput("Choose a number from 0 on.", details={"threshold": [f"Between 0 and {LEVEL_MAX}."]})
    if offer is None and threshold is None:
        raise InvalidInput("Choose a number from 0 on.", details={"threshold": ["Give a number."]})
    rows = AlertLevel.objects.filter(seller=seller, offer=offer)
    before = own_levels([offer.pk]).get(offer.pk) if offer else default_level(seller)
    if threshold is None:
        rows.delete()
    elif not rows.update(threshold=threshold):
        AlertLevel.objects.create(seller=seller, offer=offer, threshold=threshold)
    label = offer.variant.sku if offer else seller.name
    audit.record(
        "stock.level_set", offer or seller, before={"threshold": before}, after={"threshold": threshold}, label=label
    )
    if offer is not None:
        settle_now([offer.pk], at=at)


def settle_now(offer_ids: Iterable[UUID], *, at: datetime) -> None:
    """After a level changed: the alerts as they should be."""
    for level in levels(offer_ids):
        settle_alert(offer_id=level.offer_id, left=level.left, threshold=level.threshold, at=at)


def note_told(*, alert_ids: Iterable[UUID], at: datetime) -> None:
    StockAlert.objects.filter(pk__in=list(alert_ids), told_at=None).update(told_at=at)
