"""Taking back: one row of figures, what is left brought along, one event. Whatever else follows hangs on the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import context, events
from haat.core.errors import DomainError
from haat.core.money import format_minor
from haat.orders import portions
from haat.orders.models import Credit, CreditLine, Order, SellerOrder
from haat.orders.remainders import open_remainder, take
from haat.orders.services.progress import note
from haat.orders.types import PartCredited

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.orders.models import OrderLine, Remainder
    from haat.orders.types import Taken

S = SellerOrder.Status
CREDITABLE: dict[str, set[S]] = {
    Credit.Cause.CANCELLED: {S.PLACED, S.ACCEPTED, S.PACKED},
    Credit.Cause.UNDELIVERED: {S.SHIPPED},
}
ARRIVED = {S.DELIVERED, S.COMPLETED}


class NothingLeft(DomainError):
    """More would be taken back than was sold, or than is left of it."""

    code = "credit_too_large"


class NotCreditable(DomainError):
    code = "credit_not_possible"


def credit_part(
    *, part: SellerOrder, lines: Sequence[Taken], cause: str, reason: str, key: str, at: datetime, shipping_minor: int | None = 0,
    is_gift: bool = False,
) -> Credit:  # fmt: skip
    """Write what goes back of a part, once for its key.

    `shipping_minor` is what goes back of the delivery's price, None for all that is left of it. `is_gift`: the brand
    pays, and the sale stays as it was. Raises NotCreditable in a state that does not fit the cause, NothingLeft for
    more than is left, and ValueError for nothing.
    """
    with transaction.atomic():
        order = Order.objects.select_for_update(no_key=True).get(pk=part.order_id)
        part = SellerOrder.objects.select_for_update(of=("self",), no_key=True).select_related("seller").get(pk=part.pk)
        part.order = order
        existing = Credit.objects.filter(key=key).first()
        if existing is not None:
            return existing
        refuse_state(part, cause)
        drafts = [_of_line(part, one, is_gift=is_gift) for one in lines]
        if shipping_minor is None or shipping_minor:
            drafts += _of_shipping(part, shipping_minor)
        credit = _write(part, drafts, cause=cause, reason=reason[:200], key=key, at=at)
        note(order=order, part=part, code=f"credit.{cause}", text=_words(credit, order)[:300], at=at)
        after = {"customer_minor": credit.customer_minor, "cause": cause, "number": str(credit)}
        audit.record("order.part_credited", part, after=after, reason=reason, label=part.label)
        events.publish(PartCredited(credit_id=str(credit.pk)))
    return credit


def refuse_state(part: SellerOrder, cause: str) -> None:
    """Raises NotCreditable where nothing can be given back for this cause."""
    if part.status in CREDITABLE.get(cause, ARRIVED):
        return
    state = part.get_status_display().lower()
    if cause == Credit.Cause.CANCELLED:
        raise NotCreditable(f"{part.number} is {state}: lines can be cancelled between payment and shipping.")
    raise NotCreditable(
        f"{part.number} is {state}: only what was delivered, or shipped and came back, can be given back."
    )


def _words(credit: Credit, order: Order) -> str:
    """What the history says of it."""
    money, is_cash = format_minor(credit.customer_minor, credit.currency), order.payment_method == "cod"
    why = f": {credit.reason}" if credit.reason else ""
    if credit.is_called_off:
        goods = ", ".join(f"{row.quantity} × {row.order_line.title}" for row in credit.lines.all() if row.order_line)
        who = " by the seller" if context.current().actor.kind == "seller" else ""
        return f"Cancelled{who}: {goods}; {money} {'less to pay' if is_cash else 'given back'}{why}"
    if credit.cause == Credit.Cause.UNDELIVERED and is_cash:
        return f"Came back undelivered{why}"
    return f"{money} given back{why}"


def _write(part: SellerOrder, drafts: list[CreditLine], *, cause: str, reason: str, key: str, at: datetime) -> Credit:
    if not any(draft.gross_minor or draft.quantity or draft.goodwill_minor for draft in drafts):
        raise ValueError(f"{part.number}: a credit takes something back.")
    sale = sum(draft.paid_minor for draft in drafts)
    goodwill = sum(draft.goodwill_minor for draft in drafts)
    credit = Credit.objects.create(
        part=part, position=Credit.objects.filter(part=part).count() + 1, cause=cause, reason=reason, key=key, at=at, currency=part.currency,
        customer_minor=sale + goodwill, sale_minor=sale, goodwill_minor=goodwill,
        brand_discount_minor=sum(draft.brand_discount_minor for draft in drafts),
        after_packing=cause == Credit.Cause.CANCELLED and part.status == S.PACKED,
    )  # fmt: skip
    for draft in drafts:
        draft.credit = credit
    CreditLine.objects.bulk_create(drafts)
    return credit


def _of_line(part: SellerOrder, one: Taken, *, is_gift: bool) -> CreditLine:
    line = next((row for row in part.lines.all() if row.pk == one.line_id), None)
    if line is None:
        raise NothingLeft(f"{part.number} has no such line.")
    if one.quantity < 0 or (one.amount_minor or 0) < 0 or bool(one.quantity) == (one.amount_minor is not None):
        raise ValueError("Name a quantity that goes back, or with quantity 0 an amount.")
    left = open_remainder(part, line)
    if one.quantity > left.quantity or (one.amount_minor or 0) > left.customer_minor:
        raise NothingLeft(_refusal(part, line, left))
    if is_gift:
        return take(left, portions.Figures(), quantity=0, gift=one.amount_minor or 0)
    if one.amount_minor is None:
        figures = portions.of_units(left.figures, quantity=one.quantity, left_quantity=left.quantity)
    else:
        figures = portions.of_payment(left.figures, one.amount_minor)
    return take(left, figures, quantity=one.quantity)


def _of_shipping(part: SellerOrder, minor: int | None) -> list[CreditLine]:
    left = open_remainder(part, None)
    if minor is not None and not 0 <= minor <= left.figures.paid:
        rest = format_minor(left.figures.paid, part.currency)
        raise NothingLeft(f"{part.number}: of the delivery's price {rest} is left to give back.")
    figures = left.figures if minor is None else portions.of_payment(left.figures, minor)
    return [take(left, figures, quantity=0)] if figures.gross else []


def _refusal(part: SellerOrder, line: OrderLine, left: Remainder) -> str:
    rest = format_minor(left.customer_minor, part.currency)
    return f"{part.number}, “{line.title}”: {left.quantity} of {line.quantity} and {rest} are left to give back."
