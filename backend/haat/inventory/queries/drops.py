"""Reads of numbered units."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count

from haat.core.errors import NotFound
from haat.inventory.models import Drop, Unit

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.catalog.models import Offer


def drop_of(offer: Offer) -> Drop:
    """Raises NotFound where the offer is not sold by numbered units."""
    found = Drop.objects.filter(offer=offer).first()
    if found is None:
        raise NotFound("This offer is not sold by numbered units.")
    found.offer = offer
    return found


def drop_units(drop: Drop, *, state: str = "") -> QuerySet[Unit]:
    rows = Unit.objects.filter(drop=drop).select_related("stock__place").order_by("number")
    return rows.filter(state=state) if state else rows


def drop_unit(drop: Drop, unit_id: UUID) -> Unit:
    """Raises NotFound."""
    found = drop_units(drop).filter(pk=unit_id).first()
    if found is None:
        raise NotFound("There is no such unit of yours.")
    return found


def unit_counts(drop: Drop) -> dict[str, int]:
    found = dict(Unit.objects.filter(drop=drop).order_by().values_list("state").annotate(Count("pk")))
    return {state: found.get(state, 0) for state in Unit.State.values}


def units_of(order_id: UUID) -> dict[UUID, list[str]]:
    """By offer bought, the labels of the numbered units that an order holds or has."""
    rows = Unit.objects.filter(reservation__reference=order_id).order_by("number")
    found: dict[UUID, list[str]] = defaultdict(list)
    for unit in rows.select_related("reservation"):
        if unit.reservation is not None:
            found[unit.reservation.offer_id].append(unit.label)
    return found
