"""Who bears a lost dispute. A seller gives back what it was paid, with its fees; otherwise it is the brand's loss.

The customer has the money from the bank: the credit that charges a seller asks for a refund, and the dispute stands in
for it (`payments.services.covering`), so nothing goes out a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import NotNow
from haat.disputes import queries
from haat.disputes.services import booking, dividing
from haat.disputes.types import CaseCharged
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.orders.types import Taken
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payouts import services as payouts

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.disputes.models import Case
    from haat.orders.models import SellerOrder
    from haat.payments.models import DisputeShare

SELLER, BRAND = "seller", "brand"
DELIVERED = {"delivered", "completed"}


class AlreadyGivenBack(NotNow):
    code = "dispute_part_given_back"


def bear(*, case: Case, bearer: str, note: str, at: datetime) -> Case:
    """Decide, once. Raises NotNow before it is lost or after it was decided, AlreadyGivenBack when a seller has nothing left to give."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        if not case.is_lost or not case.dispute.is_lost:
            raise NotNow("Only a lost dispute costs something. Wait until the bank has decided.")
        if case.bearer:
            raise NotNow(f"It is decided already: the {case.bearer} bears it.")
        shares = list(case.dispute.shares.order_by("reference_number"))
        case.bearer, case.decided_at, case.note = bearer, at, note[:500]
        case.save(update_fields=["bearer", "decided_at", "note", "updated_at"])
        for share in shares:
            _bear_one(case, share, bearer, at)
        minor = case.dispute.deducted_minor
        audit.record(
            "dispute.charged", case, after={"bearer": bearer, "amount_minor": minor}, reason=note, label=case.number
        )
        events.publish(CaseCharged(case_id=str(case.pk)))
    return queries.case(case.pk)


def charge_part(*, part_id: UUID | str, at: datetime) -> None:
    """A part that was on its way when its dispute was lost has arrived: its seller is charged now."""
    part = orders.part(part_id)
    for share in payments.shares_of_part(part.pk):
        case = queries.case_of(share.dispute)
        if case is not None and case.bearer == SELLER and share.bearer == SELLER:
            with transaction.atomic():
                _charge(queries.locked_case(case.pk), payments.dispute_share(share.pk), part, at)


def _bear_one(case: Case, share: DisputeShare, bearer: str, at: datetime) -> None:
    """What stood in for a refund before costs nobody of ours anything more."""
    is_ours = bearer == BRAND or share.seller_id is None
    payment_services.bear_share(share=share, bearer=BRAND if is_ours else SELLER)
    share = payments.dispute_share(share.pk)
    if is_ours:
        left = share.amount_minor - share.covered_minor
        if left:
            booking.book_loss(share, left, at)
        payouts.release_hold(key=dividing.hold_key(case, share.reference), at=at)
        return
    part = orders.part(share.reference)
    if part.status in DELIVERED:
        _charge(case, share, part, at)


def _charge(case: Case, share: DisputeShare, part: SellerOrder, at: datetime) -> None:
    """Take it back of what was delivered. A paisa that no price can give is the brand's."""
    wanted = share.amount_minor - share.covered_minor
    if wanted:
        key = f"dispute:{share.pk}"
        lines, shipping = _slices(part, wanted)
        made = order_services.credit_part(
            part=part, lines=lines, shipping_minor=shipping, cause="dispute",
            reason=f"Dispute {case.dispute.provider_dispute_id} was lost", key=key, at=at,
        )  # fmt: skip
        if made.customer_minor < wanted:
            booking.book_loss(share, wanted - made.customer_minor, at)
    payouts.release_hold(key=dividing.hold_key(case, part.pk), at=at)


def _slices(part: SellerOrder, wanted: int) -> tuple[list[Taken], int]:
    """Line by line as far as each goes, then of the delivery. Raises AlreadyGivenBack when that is not enough."""
    left = orders.left_of(part)
    lines, rest = [], wanted
    for line in part.lines.all():
        row = left.get(line.pk)
        minor = min(rest, row.customer_minor if row else line.paid_minor)
        if minor:
            lines.append(Taken(line_id=line.pk, quantity=0, amount_minor=minor))
            rest -= minor
    row = left.get(None)
    shipping = min(rest, row.paid_minor if row else part.shipping_minor - part.shipping_discount_minor)
    if rest > shipping:
        raise AlreadyGivenBack(
            f"{part.number}: too much of it was given back already. The seller has nothing left that it could give;"
            " the brand bears this dispute."
        )
    return lines, shipping
