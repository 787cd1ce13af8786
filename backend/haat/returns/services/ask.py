"""A customer asks to give something back, to change it, or says what was wrong with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import DomainError, InvalidInput
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.returns import counting, rules
from haat.returns.models import Return, ReturnLine
from haat.returns.reasons import reasons_on
from haat.returns.services.exchange import choose
from haat.returns.types import ReturnChanged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.orders.models import SellerOrder
    from haat.payments.types import PayeeSpec
    from haat.returns.types import Wanted

LINES_MAX = 50


class NotReturnable(DomainError):
    code = "not_returnable"


def ask(
    *, part: SellerOrder, kind: str, lines: Sequence[Wanted], note: str, at: datetime, payee: PayeeSpec | None = None
) -> Return:
    """Write the request; its units are taken until it is refused or withdrawn.

    Raises NotReturnable when it is too late, the goods are not taken back, or so many units are not left; InvalidInput
    for a line or a reason that is none, and for cash without somebody to pay it to.
    """
    with transaction.atomic():
        orders.lock_part(part.pk)
        part = orders.part(part.pk)
        terms = rules.terms_of(part, at)
        if kind not in terms.kinds:
            raise NotReturnable(terms.why_not(kind))
        if not lines or len({one.line_id for one in lines}) != len(lines) or len(lines) > LINES_MAX:
            raise InvalidInput("Name each line once.", details={"lines": ["Name each line once."]})
        made = Return.objects.create(
            number=f"{part.number}-R{Return.objects.filter(part=part).count() + 1}", part=part, seller=part.seller, kind=kind, note=note,
            requested_at=at, answer_by=at + timedelta(hours=terms.answer_hours),
        )  # fmt: skip
        drafts = [_line(made, part, one, terms, at) for one in lines]
        ReturnLine.objects.bulk_create(drafts)
        order_services.hold_part(part=part)
        _know_payee(part, kind, payee)
        words = {"return": "Return", "exchange": "Exchange", "claim": "Claim"}[kind]
        text = f"{words} {made.number} was asked for"
        order_services.note(order=part.order, part=part, code="return.requested", text=text, at=at)
        after = {"kind": kind, "lines": len(drafts)}
        audit.record("return.asked", made, after=after, label=made.label)
        events.publish(ReturnChanged(return_id=str(made.pk), status=made.status))
    return made


def _line(made: Return, part: SellerOrder, one: Wanted, terms: rules.Terms, at: datetime) -> ReturnLine:
    line = next((row for row in part.lines.all() if row.pk == one.line_id), None)
    if line is None:
        raise InvalidInput(f"{part.number} has no such line.", details={"lines": ["Not a line of this parcel."]})
    if one.reason not in {row.code for row in reasons_on(at.date(), made.kind)}:
        raise InvalidInput("Choose a reason.", details={"reason": ["Choose one of the reasons."]})
    if made.kind != "claim" and line.pk in terms.kept:
        raise NotReturnable(f"“{line.title}” cannot be returned. If something is wrong with it, make a claim.")
    if one.quantity < 1:
        raise InvalidInput("Return at least one.", details={"quantity": ["At least 1."]})
    left = orders.left_of(part).get(line.pk)
    if one.quantity > (left.quantity if left else line.quantity) or not counting.take(line, one.quantity):
        raise NotReturnable(f"“{line.title}”: so many are not left to give back.")
    draft = ReturnLine(parent=made, order_line=line, quantity=one.quantity, reason=one.reason)
    if made.kind == "exchange":
        choose(draft, one.offer_id, part)
    return draft


def _know_payee(part: SellerOrder, kind: str, payee: PayeeSpec | None) -> None:
    """Cash has no way back by itself."""
    if part.order.payment_method != "cod" or not part.order.to_pay_minor:
        return
    known = payments.payees([part.order_id]).get(part.order_id)
    if payee is not None:
        payment_services.set_payee(reference=part.order_id, spec=payee)
    elif kind != "exchange" and not (known and known.details):  # forgotten once it was paid
        sentence = "You paid in cash. Say to which UPI address or bank account the money may go."
        raise InvalidInput(sentence, details={"payee": [sentence]})
