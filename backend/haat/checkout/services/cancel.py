"""Calling off before shipping: the part ends, its stock returns, its money goes back where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import NotFound
from haat.giftcards import services as cards
from haat.inventory import services as inventory
from haat.ledger import services as ledger
from haat.ledger.chart import GIFT_CARDS
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import Order, SellerOrder
    from haat.orders.types import Taken


def cancel(
    *, order: Order, part_number: str | None, reason: str, at: datetime, lines: Sequence[Taken] = (), key: str = ""
) -> Order:
    """Cancel one part, some `lines` of it, or all that can be. Raises NotFound for a part of another order,
    CannotCancel and NotCreditable when it is too late, NothingLeft for more than was bought.

    What is not paid yet is paid as a whole, so it is called off as a whole.
    """
    parts = [part for part in order.parts.all() if part_number in {None, part.number}]
    if not parts:
        raise NotFound(f"There is no part {part_number} in order {order.number}.")
    if order.placed_at is None and len(parts) < len(order.parts.all()):
        raise order_services.CannotCancel(
            f"Order {order.number} is not paid yet. Cancel the whole order, or pay it and then cancel {part_number}."
        )
    if lines and order.placed_at is None:
        raise order_services.CannotCancel(
            f"Order {order.number} is not paid yet. Cancel the whole order, or pay it and then cancel some of it."
        )
    able = [part for part in parts if part.can_be_cancelled]
    if order.placed_at is not None and order.payment_method != "cod":
        payment_services.refuse_if_disputed(reference=order.pk)
    if lines:
        order_services.cancel_lines(part=parts[0], lines=lines, by_seller=False, reason=reason, key=key, at=at)
        return orders.order(order.pk)
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
            cards.release(reference=order.pk, at=at)
            if all(part.ended_at for part in orders.order(order.pk).parts.all()):
                promotions.release(reference=order.pk)
    return orders.order(order.pk)


def preview_cancel(*, order: Order, part_number: str, lines: Sequence[Taken]) -> order_services.Outcome:
    """What cancelling some lines of a part would take from what is paid. Raises NotFound, NothingLeft, InvalidInput."""
    part = next((part for part in order.parts.all() if part.number == part_number), None)
    if part is None:
        raise NotFound(f"There is no part {part_number} in order {order.number}.")
    return order_services.outcome(part=part, lines=lines)


def money_back(*, order: Order, part_number: str | None, lines: Sequence[Taken] = ()) -> int:
    """What cancelling would give back, in minor units; cash that was never taken is nothing."""
    if lines and part_number and order.payment_method != "cod":
        return preview_cancel(order=order, part_number=part_number, lines=lines).total_minor
    if order.payment_method == "cod" or order.placed_at is None:
        return 0
    return sum(
        part.kept_minor for part in order.parts.all() if part_number in {None, part.number} and part.can_be_cancelled
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
        _back_to_card(part, at)
        payment, paid = payments.captured_payment_of(part.order_id), part.total_minor - part.gift_card_minor
        if payment is None or payment.provider == "cod" or not paid:
            return
        payment_services.reverse(reference=part.pk)
        payment_services.request_refund(
            payment=payment, amount_minor=paid, key=f"part-{part.pk}", reason=part.end_reason or "Cancelled", reference_number=part.number,
            part_id=part.pk,
        )  # fmt: skip
        _book(part, paid, at)


def _back_to_card(part: SellerOrder, at: datetime) -> None:
    if not part.gift_card_minor:
        return
    key = f"part-{part.pk}"
    cards.give_back(
        reference=part.order_id, minor=part.gift_card_minor, key=key, number=part.number, reason=part.end_reason, at=at
    )
    ledger.post(
        key=f"giftback:{key}", code="gift_card.given_back", legs=[Leg(GIFT_CARDS, "order_holding", part.gift_card_minor)],
        at=part.ended_at or at, reference=part.number, currency=part.currency,
    )  # fmt: skip


def _book(part: SellerOrder, paid: int, at: datetime) -> None:
    legs = [Leg("refund_payable", "order_holding", paid)]
    ledger.post(
        key=f"cancel:{part.pk}",
        code="seller_order.cancelled",
        legs=legs,
        at=at,
        reference=part.number,
        currency=part.currency,
    )
