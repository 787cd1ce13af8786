"""A parcel that nobody took came back to the seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.core.errors import InvalidInput
from haat.inventory import services as inventory
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.returns.models import Return, ReturnLine
from haat.returns.services.moving import move

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder

S = Return.Status


def come_back(*, part: SellerOrder, resellable: Mapping[UUID, int], reason: str, at: datetime) -> Return:
    """End a shipped part: all of it is credited, what can be sold again goes on the shelf. Raises NotCreditable."""
    with transaction.atomic():
        credit = order_services.end_undelivered(part=part, reason=reason, key=f"undelivered-{part.pk}", at=at)
        part = orders.part(part.pk)
        order_services.hold_part(part=part)
        _take_cash(part, at)
        made = Return.objects.create(
            number=f"{part.number}-R{Return.objects.filter(part=part).count() + 1}", part=part, seller=part.seller,
            kind=Return.Kind.UNDELIVERED, status=S.RECEIVED, requested_at=at, answer_by=at, answered_at=at, received_at=at, answer=reason[:300],
        )  # fmt: skip
        for line in [line for line in part.lines.all() if line.kept]:
            good = resellable.get(line.pk, line.kept)
            if not 0 <= good <= line.kept:
                sentence = "No more can be sold again than was sent."
                raise InvalidInput(sentence, details={"lines": [sentence]})
            row = ReturnLine.objects.create(
                parent=made, order_line=line, quantity=line.kept, reason="undelivered", accepted=line.kept, received=line.kept,
                resellable=good,
            )  # fmt: skip
            if good:
                inventory.restock(
                    offer_id=line.offer_id, quantity=good, reference=row.pk, sold_under=part.order_id, of=line.quantity, at=at,
                )  # fmt: skip
        move(made, S.REFUNDED, "came_back", f"{part.number} came back undelivered: {reason}", at=at, credit=credit)
    return made


def _take_cash(part: SellerOrder, at: datetime) -> None:
    """The last parcel of a cash order is settled when the others arrived."""
    parts = list(orders.order(part.order_id).parts.all())
    if part.order.payment_method != "cod" or not any(row.delivered_at for row in parts):
        return
    if all(row.delivered_at or row.ended_at for row in parts):
        for payment in payments.payments_of(part.order_id):
            payment_services.record_cash(payment=payment, at=at)
