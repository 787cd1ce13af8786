"""What is paid of an order or of a seller's part, beside a gift card, and what is still to be paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from haat.orders.models import Order, SellerOrder

WAITING, NOTHING, BY_CARD, ONLINE = "waiting", "nothing", "gift_card", "online"
ON_DELIVERY, PARTLY, COLLECTED = "on_delivery", "partly_collected", "collected"
HOW = (WAITING, NOTHING, BY_CARD, ONLINE, ON_DELIVERY, PARTLY, COLLECTED)


def received_minor(order: Order) -> int:
    """Paid online as a whole; at the door parcel by parcel, with the fee for cash beside the first."""
    if order.status != order.Status.PLACED:
        return 0
    if order.payment_method != "cod":
        return order.due_minor
    arrived = [part for part in order.parts.all() if part.delivered_at]
    return sum(part.rest_minor for part in arrived) + (order.cod_fee_minor if arrived else 0)


def open_minor(order: Order) -> int:
    if order.status not in {order.Status.PLACED, order.Status.AWAITING_PAYMENT}:
        return 0
    return order.due_minor - received_minor(order)


def how_order(order: Order) -> str:
    """One of `HOW`."""
    if order.status == order.Status.AWAITING_PAYMENT:
        return WAITING
    if order.status != order.Status.PLACED:
        return NOTHING
    if not order.due_minor:
        return BY_CARD if order.kept_card_minor else NOTHING
    if order.payment_method != "cod":
        return ONLINE
    paid = received_minor(order)
    return ON_DELIVERY if not paid else PARTLY if paid < order.due_minor else COLLECTED


def how_part(part: SellerOrder) -> str:
    """One of `HOW`; the fee for cash is the brand's and not looked at."""
    if part.status == part.Status.AWAITING_PAYMENT:
        return WAITING
    if part.ended_at:
        return NOTHING
    if not part.rest_minor:
        return BY_CARD if part.kept_card_minor else NOTHING
    if part.order.payment_method != "cod":
        return ONLINE
    return COLLECTED if part.delivered_at else ON_DELIVERY


def at_the_door(part: SellerOrder) -> tuple[int, int]:
    """What the courier collects with a part that is on its way or just came, and what comes on top of it if it is the
    first of its order that arrives: the fee for cash. It is in the first figure once that is sure.
    """
    order = part.order
    if order.payment_method != "cod" or part.ended_at:
        return 0, 0
    others = [other for other in order.parts.all() if other.pk != part.pk and not other.ended_at]
    before = [other for other in others if other.delivered_at]
    if part.delivered_at:
        before = [other for other in before if (other.delivered_at, other.pk) < (part.delivered_at, part.pk)]
    if before:
        return part.rest_minor, 0
    if others and not part.delivered_at:
        return part.rest_minor, order.cod_fee_minor
    return part.rest_minor + order.cod_fee_minor, 0
