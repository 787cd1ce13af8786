"""What else is free again when goods were called off before they were shipped: stock, and money budgets of promotions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from haat.inventory import services as inventory
from haat.orders import queries as orders
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Any

    from haat.orders.models import Credit, SellerOrder


def put_back(*, credit_id: UUID | str, at: datetime) -> None:
    """The goods of a credit, on the shelves that they came from, and its share of the promotions' money. Repeatable."""
    credit = orders.credit(credit_id)
    with transaction.atomic():
        for row in credit.lines.all():
            if row.order_line is not None:
                inventory.restock(
                    offer_id=row.order_line.offer_id, quantity=row.quantity, reference=row.pk, sold_under=credit.part.order_id,
                    of=row.order_line.quantity, reason="cancelled", at=at,
                )  # fmt: skip
        promotions.give_back(reference=credit.part.order_id, part_id=credit.pk, minor=_of_credit(credit))


def give_back_discounts(*, part_id: UUID | str) -> None:
    """A placed part ended: its discount returns to the money budgets; with the last part the uses and codes return too."""
    part = orders.part(part_id)
    if all(row.ended_at for row in orders.order(part.order_id).parts.all()):
        promotions.release(reference=part.order_id)
        return
    minor = _sums(_taken(part))
    for credit in orders.called_off(part):
        minor.subtract(_of_credit(credit))
    promotions.give_back(reference=part.order_id, part_id=part.pk, minor=minor)


def _of_credit(credit: Credit) -> Counter[UUID]:
    """By promotion, rounded down: what is over comes with the end of the part."""
    found: Counter[UUID] = Counter()
    for row in credit.lines.all():
        if row.order_line is not None and row.order_line.discount_minor:
            for promotion, minor in _sums(row.order_line.discounts).items():
                found[promotion] += minor * row.discount_minor // row.order_line.discount_minor
    return found


def _taken(part: SellerOrder) -> list[dict[str, Any]]:
    return [one for line in part.lines.all() for one in line.discounts] + part.shipping_discounts


def _sums(taken: Iterable[dict[str, Any]]) -> Counter[UUID]:
    found: Counter[UUID] = Counter()
    for one in taken:
        found[UUID(one["promotion"])] += one["minor"]
    return found
