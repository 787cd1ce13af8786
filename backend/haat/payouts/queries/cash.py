"""Parcels whose cash a courier has, and remittances of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from haat.orders import queries as orders
from haat.payouts.models import CashRemittance, RemittedPart

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.orders.models import SellerOrder


def with_courier() -> QuerySet[SellerOrder]:
    """Delivered for cash, and nobody brought the cash yet; the oldest first."""
    return orders.cash_parts(but=RemittedPart.objects.all())


def cash_of(parts: Iterable[SellerOrder]) -> dict[UUID, int]:
    """What was collected at the door with each part. The fee for cash came with the first part of its order."""
    found = {}
    for part in parts:
        fee = part.order.cod_fee_minor
        is_first = fee and orders.first_delivered(part.order_id) == part.pk
        found[part.pk] = part.rest_minor + (fee if is_first else 0)
    return found


def remittances() -> QuerySet[CashRemittance]:
    return CashRemittance.objects.annotate(parcels=Count("parts")).order_by("-number")
