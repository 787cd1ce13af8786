"""Parts that end without delivery, and orders that were never paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.core import events
from haat.core.errors import DomainError
from haat.orders.models import Credit, Order, SellerOrder
from haat.orders.services.call_off import cancel_rest, units_left
from haat.orders.services.credit import credit_part
from haat.orders.services.progress import close_if_all_ended, note
from haat.orders.types import PartCameBack, PartCancelled, Taken

if TYPE_CHECKING:
    from datetime import datetime


class CannotCancel(DomainError):
    code = "order_not_cancellable"


def cancel_part(*, part: SellerOrder, by_seller: bool, reason: str, at: datetime) -> SellerOrder:
    """End a part before it ships; money and stock follow by the event. Raises CannotCancel once it has shipped."""
    with transaction.atomic():
        order = Order.objects.select_for_update(no_key=True).get(pk=part.order_id)
        part = SellerOrder.objects.select_for_update(no_key=True).get(pk=part.pk)
        if not part.can_be_cancelled:
            raise CannotCancel(f"{part.number} is {part.get_status_display().lower()} and can no longer be cancelled.")
        if part.called_off_units:
            cancel_rest(part=part, by_seller=by_seller, reason=reason, at=at)
            return SellerOrder.objects.get(pk=part.pk)
        part.status = SellerOrder.Status.DECLINED if by_seller else SellerOrder.Status.CANCELLED
        part.ended_at, part.end_reason = at, reason[:200]
        part.save(update_fields=["status", "ended_at", "end_reason", "updated_at"])
        word = "Declined by the seller" if by_seller else "Cancelled"
        note(order=order, part=part, code=f"part.{part.status}", text=f"{word}{f': {reason}' if reason else ''}", at=at)
        close_if_all_ended(order, at)
        if order.placed_at is not None:
            events.publish(PartCancelled(part_id=str(part.pk)))
    return part


def end_undelivered(*, part: SellerOrder, reason: str, key: str, at: datetime) -> Credit:
    """A parcel that was shipped came back: everything is credited, the part ends. Raises NotCreditable."""
    with transaction.atomic():
        order = Order.objects.select_for_update(no_key=True).get(pk=part.order_id)
        part = SellerOrder.objects.select_for_update(no_key=True).get(pk=part.pk)
        lines = [Taken(pk, units) for pk, units in units_left(part).items() if units]
        cause = Credit.Cause.UNDELIVERED
        credit = credit_part(part=part, lines=lines, cause=cause, reason=reason, key=key, at=at, shipping_minor=None)
        if part.ended_at is None:
            part.status, part.ended_at, part.end_reason = SellerOrder.Status.CANCELLED, at, reason[:200]
            part.save(update_fields=["status", "ended_at", "end_reason", "updated_at"])
            close_if_all_ended(order, at)
            events.publish(PartCameBack(part_id=str(part.pk)))
    return credit


def expire_order(*, order: Order, at: datetime) -> bool:
    """Nobody paid in time. False when the order was placed or ended before."""
    with transaction.atomic():
        waiting = Order.objects.filter(pk=order.pk, status=Order.Status.AWAITING_PAYMENT)
        if not waiting.update(status=Order.Status.EXPIRED, ended_at=at):
            return False
        SellerOrder.objects.filter(order=order).update(
            status=SellerOrder.Status.CANCELLED, ended_at=at, end_reason="Not paid in time"
        )
        note(order=order, code="order.expired", text="Not paid in time; the goods are free again", at=at)
    return True
