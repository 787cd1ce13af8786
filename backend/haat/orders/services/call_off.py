"""Calling off some of a part before it ships: a credit like any other, and the part ends with its last goods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.core import events
from haat.core.errors import InvalidInput
from haat.orders import portions
from haat.orders.models import Credit, Order, Remainder, SellerOrder
from haat.orders.remainders import figures_of, figures_of_shipping
from haat.orders.services.credit import NothingLeft, credit_part, refuse_state
from haat.orders.services.progress import close_if_all_ended
from haat.orders.types import LinesCancelled, PartEmptied, Taken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

S = SellerOrder.Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """What calling off would take from what the customer pays. Delivery goes back with the last goods alone."""

    goods_minor: int
    shipping_minor: int
    ends_part: bool

    @property
    def total_minor(self) -> int:
        return self.goods_minor + self.shipping_minor


def cancel_lines(
    *, part: SellerOrder, lines: Sequence[Taken], by_seller: bool, reason: str, key: str, at: datetime
) -> Credit:
    """Call off units of lines, once for the key. Raises NotCreditable once it has shipped, NothingLeft for too many."""
    with transaction.atomic():
        order = Order.objects.select_for_update(no_key=True).get(pk=part.order_id)
        part = SellerOrder.objects.select_for_update(no_key=True).get(pk=part.pk)
        existing = Credit.objects.filter(key=key).first()
        if existing is not None:
            return existing
        _look_right(lines)
        is_last = _is_everything(part, lines)
        credit = credit_part(
            part=part, lines=lines, cause=Credit.Cause.CANCELLED, reason=reason, key=key, at=at, shipping_minor=None if is_last else 0,
        )  # fmt: skip
        SellerOrder.objects.filter(pk=part.pk).update(
            called_off_units=F("called_off_units") + sum(one.quantity for one in lines),
            called_off_minor=F("called_off_minor") + credit.sale_minor,
            called_off_brand_minor=F("called_off_brand_minor") + credit.brand_discount_minor,
        )
        events.publish(LinesCancelled(credit_id=str(credit.pk)))
        if is_last:
            _end(order, part, by_seller=by_seller, reason=reason, at=at)
    return credit


def cancel_rest(*, part: SellerOrder, by_seller: bool, reason: str, at: datetime) -> None:
    """End a part of which something was called off before. It holds the locks."""
    rest = [Taken(pk, units) for pk, units in units_left(part).items() if units]
    cancel_lines(part=part, lines=rest, by_seller=by_seller, reason=reason, key=f"rest-{part.pk}", at=at)


def outcome(*, part: SellerOrder, lines: Sequence[Taken]) -> Outcome:
    """What would come back, without doing it. Raises what the deed would."""
    _look_right(lines)
    refuse_state(part, Credit.Cause.CANCELLED)
    rows = {row.order_line_id: row for row in Remainder.objects.filter(part=part)}
    by_id = {line.pk: line for line in part.lines.all()}
    goods = 0
    for one in lines:
        line, row = by_id.get(one.line_id), rows.get(one.line_id)
        left = row.quantity if row else line.quantity if line else 0
        if line is None or one.quantity > left:
            raise NothingLeft(f"{part.number}: so many of it are not left to cancel.")
        whole = row.figures if row else figures_of(line)
        goods += portions.of_units(whole, quantity=one.quantity, left_quantity=left).paid
    ends, delivery = _is_everything(part, lines), rows.get(None)
    shipping = delivery.figures if delivery else figures_of_shipping(part)
    return Outcome(goods, shipping.paid if ends else 0, ends)


def units_left(part: SellerOrder) -> Mapping[UUID, int]:
    """How many units of each line nothing was taken back of."""
    taken = dict(Remainder.objects.filter(part=part).values_list("order_line_id", "quantity"))
    return {line.pk: taken.get(line.pk, line.quantity) for line in part.lines.all()}


def _is_everything(part: SellerOrder, lines: Sequence[Taken]) -> bool:
    going = {one.line_id: one.quantity for one in lines}
    return all(going.get(pk, 0) == units for pk, units in units_left(part).items())


def _look_right(lines: Sequence[Taken]) -> None:
    if not lines or len({one.line_id for one in lines}) != len(lines) or any(one.quantity < 1 for one in lines):
        sentence = "Name at least one line, each once, and how many of it to cancel."
        raise InvalidInput(sentence, details={"lines": [sentence]})


def _end(order: Order, part: SellerOrder, *, by_seller: bool, reason: str, at: datetime) -> None:
    part.status, part.ended_at, part.end_reason = S.DECLINED if by_seller else S.CANCELLED, at, reason[:200]
    part.save(update_fields=["status", "ended_at", "end_reason", "updated_at"])
    close_if_all_ended(order, at)
    events.publish(PartEmptied(part_id=str(part.pk)))
