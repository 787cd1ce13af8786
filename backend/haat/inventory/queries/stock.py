"""Reads of what is on the shelf and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.audit import queries as audit
from haat.inventory.models import Reservation, StockMovement

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def expired(*, at: datetime, limit: int = 500) -> list[UUID]:
    """References whose hold ran out and was not released yet, longest first."""
    rows = Reservation.objects.filter(state=Reservation.State.HELD, expires_at__lte=at)
    return list(dict.fromkeys(rows.order_by("expires_at", "id").values_list("reference", flat=True)[:limit]))


def seller_movements(
    *, seller: Seller, offer_id: UUID | None = None, place_id: UUID | None = None, reason: str = "", q: str = ""
) -> QuerySet[StockMovement]:
    """Every change of this seller's stock, newest first."""
    rows = StockMovement.objects.filter(stock__offer__seller=seller)
    rows = rows.select_related("stock__offer__variant__product", "stock__place", "unit")
    rows = rows.annotate(shown_actor=audit.named("actor_id", "actor"))
    if offer_id:
        rows = rows.filter(stock__offer_id=offer_id)
    if place_id:
        rows = rows.filter(stock__place_id=place_id)
    if reason:
        rows = rows.filter(reason=reason)
    if q:
        by_sku = Q(stock__offer__variant__sku__icontains=q)
        rows = rows.filter(by_sku | Q(stock__offer__variant__product__title__icontains=q))
    return rows.order_by("-at", "-id")
