"""Reads of alerts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from haat.inventory.models import StockAlert

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def open_alerts(*, seller: Seller, back_since: datetime) -> QuerySet[StockAlert]:
    """What runs out or is out, and what came back since then: the newest change first."""
    rows = StockAlert.objects.filter(Q(ended_at=None) | Q(ended_at__gte=back_since), offer__seller=seller)
    return (
        rows.exclude(offer__status="archived").select_related("offer__variant__product").order_by("-changed_at", "pk")
    )


def alerts_to_tell() -> dict[UUID, list[StockAlert]]:
    """By seller, the open alerts that nobody was told of."""
    rows = StockAlert.objects.filter(ended_at=None, told_at=None).exclude(offer__status="archived")
    found: dict[UUID, list[StockAlert]] = defaultdict(list)
    for row in rows.select_related("offer__variant__product").order_by("at", "pk"):
        found[row.offer.seller_id].append(row)
    return found
