"""An order and its parts moving forward: lock, re-read, check, write, note, publish."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from haat.audit import services as audit
from haat.core import context, events
from haat.core.adding import add
from haat.core.db import joined, run
from haat.core.errors import DomainError
from haat.orders.models import Order, SellerOrder, TimelineEntry
from haat.orders.types import OrderPlaced, PartCompleted, PartDelivered, PartPacked, PartShipped

if TYPE_CHECKING:
    from datetime import datetime

S = SellerOrder.Status
STEPS: dict[str, tuple[str, frozenset[str], str]] = {
    # verb → (state after it, states before it, what the history says)
    "accept": (S.ACCEPTED, frozenset({S.PLACED}), "Accepted by the seller"),
    "pack": (S.PACKED, frozenset({S.ACCEPTED}), "Packed"),
    "ship": (S.SHIPPED, frozenset({S.ACCEPTED, S.PACKED}), "Shipped"),
    "deliver": (S.DELIVERED, frozenset({S.SHIPPED}), "Delivered"),
}

PLACE = """
WITH placed AS (
    UPDATE orders_order SET status = 'placed', placed_at = %s, updated_at = %s
    WHERE id = %s AND status = 'awaiting_payment' RETURNING id),
parts AS (UPDATE orders_sellerorder p SET status = 'placed', placed_at = %s FROM placed WHERE p.order_id = placed.id)
INSERT INTO orders_timelineentry (id, created_at, order_id, code, text, at, actor_kind)
SELECT %s, %s, placed.id, %s, %s, %s, %s FROM placed
"""

PROLONG = "UPDATE orders_order SET reserved_until = %s WHERE id = %s AND status = 'awaiting_payment'"


class NotInThisState(DomainError):
    code = "order_state"


def note(*, order: Order, code: str, text: str, at: datetime, part: SellerOrder | None = None) -> None:
    """One line of the history that everybody sees."""
    add(entry(order=order, code=code, text=text, at=at, part=part))


def entry(*, order: Order, code: str, text: str, at: datetime, part: SellerOrder | None = None) -> TimelineEntry:
    """Such a line, not written yet."""
    return TimelineEntry(order=order, part=part, code=code, text=text, at=at, actor_kind=context.current().actor.kind)


def place_order(*, order: Order, at: datetime, text: str) -> bool:
    """The order is good: paid, or cash on delivery. False when it was placed before. Raises NotInThisState when it ended."""
    line, now = entry(order=order, code="order.placed", text=text, at=at), timezone.now()
    with joined():
        if not run(PLACE, at, now, order.pk, at, line.pk, now, line.code, line.text, at, line.actor_kind):
            order.refresh_from_db(fields=["status"])
            if order.status == Order.Status.PLACED:
                return False
            raise NotInThisState(
                f"Order {order.number} is {order.get_status_display().lower()} and can no longer be placed."
            )
        order.status, order.placed_at, order.updated_at = Order.Status.PLACED, at, now
        events.publish(OrderPlaced(order_id=str(order.pk)))
    return True


def prolong(*, order: Order, until: datetime) -> bool:
    """Wait longer for its payment. False when it waits for none."""
    return run(PROLONG, until, order.pk) == 1


def close_if_all_ended(order: Order, at: datetime) -> None:
    """An order without a living part is over."""
    alive = SellerOrder.objects.filter(order=order, ended_at=None).exists()
    if not alive:
        order.status, order.ended_at = Order.Status.CANCELLED, at
        order.save(update_fields=["status", "ended_at", "updated_at"])


def advance(
    *, part: SellerOrder, verb: str, at: datetime, detail: str = "", return_window_days: int = 0
) -> SellerOrder:
    """Accept, pack, ship or deliver a seller's part. Raises NotInThisState, naming the state it is in."""
    state, before, sentence = STEPS[verb]
    with transaction.atomic():
        held = SellerOrder.objects.select_for_update(of=("self",)).select_related("order", "seller")
        part = held.get(pk=part.pk)
        if part.status not in before:
            raise NotInThisState(
                f"{part.number} is {part.get_status_display().lower()}; to {verb} it, it must be {' or '.join(sorted(before))}."
            )
        was, part.status = part.status, state
        stamp = f"{state}_at"
        setattr(part, stamp, at)
        if state == S.DELIVERED:
            part.return_until = at + timedelta(days=return_window_days)
        part.save(update_fields=["status", stamp, "return_until", "updated_at"])
        note(
            order=part.order,
            part=part,
            code=f"part.{state}",
            text=f"{sentence}{f': {detail}' if detail else ''}",
            at=at,
        )
        audit.record(f"order.part_{state}", part, before={"status": was}, after={"status": state}, label=part.label)
        if state == S.PACKED:
            events.publish(PartPacked(part_id=str(part.pk)))
        if state == S.SHIPPED:
            events.publish(PartShipped(part_id=str(part.pk)))
        if state == S.DELIVERED:
            events.publish(PartDelivered(part_id=str(part.pk)))
    return part


def hold_part(*, part: SellerOrder) -> None:
    """Something of it is being returned or claimed: it is not complete before that has an end."""
    SellerOrder.objects.filter(pk=part.pk).update(open_requests=F("open_requests") + 1)


def free_part(*, part: SellerOrder) -> None:
    SellerOrder.objects.filter(pk=part.pk).update(open_requests=F("open_requests") - 1)


def complete_part(*, part: SellerOrder, at: datetime) -> bool:
    """Close a delivered part whose return window is over. False when it is not, or was closed before."""
    with transaction.atomic():
        ripe = SellerOrder.objects.filter(pk=part.pk, status=S.DELIVERED, return_until__lte=at, open_requests=0)
        if not ripe.update(status=S.COMPLETED):
            return False
        note(order=part.order, part=part, code="part.completed", text="Return window over", at=at)
        events.publish(PartCompleted(part_id=str(part.pk)))
    return True
