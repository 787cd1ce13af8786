"""Reads of what is on the shelf and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.audit import queries as audit
from haat.inventory.models import Drop, Reservation, Stock, StockMovement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def expired(*, at: datetime, limit: int = 500) -> list[UUID]:
    """References whose hold ran out and was not released yet, longest first."""
    rows = Reservation.objects.filter(state=Reservation.State.HELD, expires_at__lte=at)
    return list(dict.fromkeys(rows.order_by("expires_at", "id").values_list("reference", flat=True)[:limit]))


def held_units(skus: Iterable[str]) -> dict[tuple[str, UUID], int]:
    """Units at the default place that are held for orders, by SKU and seller, where there are any."""
    rows = Stock.objects.filter(offer__variant__sku__in=list(skus), place__is_default=True, reserved__gt=0)
    held = rows.values_list("offer__variant__sku", "offer__seller", "reserved")
    return {(sku, seller): units for sku, seller, units in held}


def default_stocks(offer_ids: Iterable[UUID]) -> dict[UUID, Stock]:
    """What a file of goods counts: the stock at the seller's default place."""
    rows = Stock.objects.filter(offer_id__in=list(offer_ids), place__is_default=True)
    return {row.offer_id: row for row in rows}


def numbered(offer_ids: Iterable[UUID]) -> set[UUID]:
    """Those that are sold by numbered units, which nobody counts."""
    return set(Drop.objects.filter(offer_id__in=list(offer_ids)).values_list("offer_id", flat=True))


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
