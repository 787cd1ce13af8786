"""Calling off before shipping: the part ends, its stock returns, its money goes back where it came from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import NotFound
from haat.inventory import services as inventory
from haat.ledger import services as ledger
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import Order, SellerOrder


def cancel(*, order: Order, part_number: str | None, reason: str, at: datetime) -> Order:
    """Cancel one part or all that can be. Raises NotFound for a part of another order, CannotCancel when it is too late.

    What is not paid yet is paid as a whole, so it is called off as a whole.
    """
    parts = [part for part in order.parts.all() if part_number in {None, part.number}]
    if not parts:
        raise NotFound(f"There is no part {part_number} in order {order.number}.")
    if order.placed_at is None and len(parts) < len(order.parts.all()):
        raise order_services.CannotCancel(
            f"Order {order.number} is not paid yet. Cancel the whole order, or pay it and then cancel {part_number}."
        )
    able = [part for part in parts if part.can_be_cancelled]
    if order.placed_at is not None and order.payment_method != "cod":
        payment_services.refuse_if_disputed(reference=order.pk)
    with transaction.atomic():
        for part in able or parts[:1]:
            order_services.cancel_part(part=part, by_seller=False, reason=reason, at=at)
            audit.record(
                "order.part_cancelled",
                part,
                before={"status": part.status},
                after={"status": "cancelled"},
                reason=reason,
                label=part.label,
            )
        if order.placed_at is None:
            inventory.release(reference=order.pk, at=at)
            if all(part.ended_at for part in orders.order(order.pk).parts.all()):
                promotions.release(reference=order.pk)
    return orders.order(order.pk)


def money_back(*, order: Order, part_number: str | None) -> int:
    """What cancelling would give back, in minor units; cash that was never taken is nothing."""
    if order.payment_method == "cod" or order.placed_at is None:
        return 0
    return sum(
        part.total_minor for part in order.parts.all() if part_number in {None, part.number} and part.can_be_cancelled
    )


def refund_part(*, part_id: UUID | str, at: datetime) -> None:
    """After a part ended: goods back on the shelf, money out of the holding. Cash that was never taken needs no refund.

    Runs in a job; both sides carry the part's own key, so that a repetition changes nothing.
    """
    part = orders.part(part_id)
    with transaction.atomic():
        for line in part.lines.all():
            inventory.restock(
                offer_id=line.offer_id, quantity=line.quantity, reference=part.pk, sold_under=part.order_id,
                reason="cancelled", at=at,
            )  # fmt: skip
        payment = payments.captured_payment_of(part.order_id)
        if payment is None or payment.provider == "cod" or not part.total_minor:
            return
        payment_services.reverse(reference=part.pk)
        payment_services.request_refund(
            payment=payment, amount_minor=part.total_minor, key=f"part-{part.pk}", reason=part.end_reason or "Cancelled", reference_number=part.number,
            part_id=part.pk,
        )  # fmt: skip
        _book(part, at)


def give_back_discounts(*, part_id: UUID | str) -> None:
    """A placed part ended: its discount returns to the money budgets; with the last part the uses and codes return too."""
    part = orders.part(part_id)
    taken = [one for line in part.lines.all() for one in line.discounts] + part.shipping_discounts
    minor: Counter[UUID] = Counter()
    for one in taken:
        minor[UUID(one["promotion"])] += one["minor"]
    if all(row.ended_at for row in orders.order(part.order_id).parts.all()):
        promotions.release(reference=part.order_id)
    else:
        promotions.give_back(reference=part.order_id, part_id=part.pk, minor=minor)


def _book(part: SellerOrder, at: datetime) -> None:
    legs = [Leg("refund_payable", "order_holding", part.total_minor)]
    ledger.post(
        key=f"cancel:{part.pk}",
        code="seller_order.cancelled",
        legs=legs,
        at=at,
        reference=part.number,
        currency=part.currency,
    )
