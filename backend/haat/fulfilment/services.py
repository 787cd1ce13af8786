"""Getting a part to the customer: a delivery record from the start, carrier and number when it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.fulfilment.models import Shipment
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder


def open_shipments(*, order_id: UUID | str) -> None:
    """One delivery record a part, as soon as the order is good."""
    for part in orders.order(order_id).parts.all():
        Shipment.objects.get_or_create(part=part)


def accept(*, part: SellerOrder, at: datetime) -> SellerOrder:
    return order_services.advance(part=part, verb="accept", at=at)


def pack(*, part: SellerOrder, at: datetime) -> SellerOrder:
    return order_services.advance(part=part, verb="pack", at=at)


def ship(*, part: SellerOrder, carrier: str, tracking_number: str, at: datetime) -> SellerOrder:
    """Hand the parcel over. Raises NotInThisState unless it was accepted."""
    with transaction.atomic():
        part = order_services.advance(part=part, verb="ship", at=at, detail=f"{carrier} {tracking_number}".strip())
        Shipment.objects.update_or_create(
            part=part, defaults={"status": Shipment.Status.SHIPPED, "carrier": carrier, "tracking_number": tracking_number, "shipped_at": at},
        )  # fmt: skip
    return part


def deliver(*, part: SellerOrder, return_window_days: int, at: datetime) -> SellerOrder:
    """The parcel arrived; the return window begins. The last parcel of a cash order completes its payment."""
    with transaction.atomic():
        part = order_services.advance(part=part, verb="deliver", at=at, return_window_days=return_window_days)
        Shipment.objects.filter(part=part).update(status=Shipment.Status.DELIVERED, delivered_at=at)
        order = orders.order(part.order_id)
        if order.payment_method == "cod" and all(row.delivered_at or row.ended_at for row in order.parts.all()):
            for payment in payments.payments_of(order.pk):
                payment_services.record_cash(payment=payment, at=at)
    return part


def decline(*, part: SellerOrder, reason: str, at: datetime) -> SellerOrder:
    """The seller cannot deliver. Raises CannotCancel once it has shipped."""
    before = part.status
    with transaction.atomic():
        part = order_services.cancel_part(part=part, by_seller=True, reason=reason, at=at)
        states = {"before": {"status": before}, "after": {"status": part.status}}
        audit.record("order.part_declined", part, **states, reason=reason, label=part.label)
    return part


def cancel_shipment(*, part_id: UUID | str) -> None:
    Shipment.objects.filter(part__pk=part_id, status=Shipment.Status.PENDING).update(status=Shipment.Status.CANCELLED)


def close_ripe_parts(*, at: datetime) -> int:
    """End the return window of parts that are past it."""
    return sum(order_services.complete_part(part=part, at=at) for part in orders.ripe_parts(at)[:500])
