"""Counts by place, as a desk shows them: numbered units are counted like the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Sum

from haat.inventory.models import Stock, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from haat.sellers.models import PickupPlace, Seller

S = Unit.State
ON_HAND = (S.AVAILABLE, S.HELD, S.RETURNED)


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """`available` is 0 at a closed place, whatever lies there."""

    place: PickupPlace
    on_hand: int
    reserved: int
    available: int


def place_counts(offer_ids: Iterable[UUID]) -> dict[UUID, list[PlaceCount]]:
    """By offer, the default place first; a place where an offer never was is not named."""
    rows = list(Stock.objects.filter(offer_id__in=list(offer_ids)).select_related("place"))
    units: dict[UUID, Counter[str]] = defaultdict(Counter)
    counted = Unit.objects.filter(stock__in=rows).order_by().values_list("stock_id", "state").annotate(Count("pk"))
    for stock_id, state, number in counted:
        units[stock_id][state] = number
    found: dict[UUID, list[PlaceCount]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (not one.place.is_default, one.place.name)):
        own = units[row.pk]
        free = row.available + own[S.AVAILABLE] if row.is_open else 0
        on_hand = row.on_hand + sum(own[state] for state in ON_HAND)
        found[row.offer_id].append(PlaceCount(row.place, on_hand, row.reserved + own[S.HELD], free))
    return found


def units_at_places(seller: Seller) -> dict[UUID, int]:
    """How many pieces lie at each of a seller's places."""
    plain = Stock.objects.filter(place__seller=seller).order_by().values_list("place_id").annotate(Sum("on_hand"))
    numbered = Unit.objects.filter(stock__place__seller=seller, state__in=ON_HAND).order_by()
    found: Counter[UUID] = Counter({place_id: count or 0 for place_id, count in plain})
    found.update(dict(numbered.values_list("stock__place_id").annotate(Count("pk"))))
    return dict(found)
