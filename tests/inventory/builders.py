"""Builders of places, counts, bundles and drops. Call them inside a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog.models import Component
from haat.core import clock, context
from haat.inventory import services
from haat.inventory.models import Stock
from haat.sellers import services as sellers
from tests.goods import make_offer

if TYPE_CHECKING:
    from haat.catalog.models import Offer
    from haat.inventory.models import Drop
    from haat.sellers.models import PickupPlace, Seller


def add_place(seller: Seller, name: str) -> PickupPlace:
    spec = {"name": name, "address": "7 Yard Road", "city": "Bhiwandi", "state": "27", "pin": "421302"}
    return sellers.add_place(seller=seller, spec=spec)


def put(offer: Offer, place: PickupPlace, count: int) -> Stock:
    return services.adjust(
        offer=offer, place=place, on_hand=count, reason="received", at=clock.now(), actor=context.SYSTEM
    )


def make_bundle(parts: dict[Any, int], **fields: Any) -> Offer:
    """An offer on a bundle of the variants of these offers."""
    offer = make_offer(stock=0, **fields)
    offer.variant.is_bundle = True
    offer.variant.save()
    for part, quantity in parts.items():
        Component.objects.create(bundle=offer.variant, variant=part.variant, quantity=quantity)
    return offer


def make_drop(units: int, **terms: Any) -> tuple[Offer, Drop]:
    """An offer of numbered units, open to all unless `terms` say otherwise."""
    offer, at = make_offer(stock=0), clock.now()
    drop = services.put_drop(offer=offer, at=at, **{"opens_at": None, "per_customer": None} | terms)
    if units:
        services.add_units(drop=drop, place=None, first=1, count=units, prefix="GLW-", at=at, actor=context.SYSTEM)
    return offer, drop


def check_books(tracked: set[Any] | None = None) -> None:
    """Never oversold: held rows make up `reserved`, movements make up `on_hand`, units stand for themselves."""
    from django.db.models import Sum

    from haat.inventory.models import Reservation, StockMovement, Unit

    for stock in Stock.objects.all():
        if tracked is not None and stock.pk not in tracked:
            continue
        units = Unit.objects.filter(stock=stock)
        held = Reservation.objects.filter(stock=stock, state="held").aggregate(n=Sum("quantity"))["n"] or 0
        moved = StockMovement.objects.filter(stock=stock).aggregate(n=Sum("delta"))["n"] or 0
        if units.exists():
            assert held == units.filter(state="held").count()
            assert moved == units.filter(state__in=["available", "held", "returned"]).count()
        else:
            assert stock.reserved == held
            assert stock.on_hand == moved
            assert stock.available >= 0
