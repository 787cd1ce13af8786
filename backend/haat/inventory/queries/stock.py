"""Reads of what is on the shelf and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.audit import queries as audit
from haat.inventory.models import Reservation, Stock, StockMovement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def available(offer_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Units that can still be bought, for every asked offer; 0 where no stock was ever counted."""
    wanted = list(offer_ids)
    rows = Stock.objects.filter(offer_id__in=wanted).values_list("offer_id", "on_hand", "reserved")
    found = {offer_id: on_hand - reserved for offer_id, on_hand, reserved in rows}
    return {offer_id: found.get(offer_id, 0) for offer_id in wanted}


def expired(*, at: datetime, limit: int = 500) -> list[UUID]:
    """References whose hold ran out and was not released yet, longest first."""
    rows = Reservation.objects.filter(state=Reservation.State.HELD, expires_at__lte=at)
    return list(dict.fromkeys(rows.order_by("expires_at", "id").values_list("reference", flat=True)[:limit]))


def held_units(skus: Iterable[str]) -> dict[tuple[str, UUID], int]:
    """Units that are held for orders, by SKU and seller, where there are any."""
    rows = Stock.objects.filter(offer__variant__sku__in=list(skus), reserved__gt=0)
    return {
        (sku, seller): held
        for sku, seller, held in rows.values_list("offer__variant__sku", "offer__seller", "reserved")
    }


def stocks(offer_ids: Iterable[UUID]) -> dict[UUID, Stock]:
    return {row.offer_id: row for row in Stock.objects.filter(offer_id__in=list(offer_ids))}


def seller_movements(*, seller: Seller, offer_id: UUID | None = None, q: str = "") -> QuerySet[StockMovement]:
    """Every change of this seller's stock, newest first."""
    rows = StockMovement.objects.filter(stock__offer__seller=seller).select_related("stock__offer__variant__product")
    rows = rows.annotate(shown_actor=audit.named("actor_id", "actor"))
    if offer_id:
        rows = rows.filter(stock__offer_id=offer_id)
    if q:
        by_sku = Q(stock__offer__variant__sku__icontains=q)
        rows = rows.filter(by_sku | Q(stock__offer__variant__product__title__icontains=q))
    return rows.order_by("-at", "-id")
