"""Money that staff give to a seller or take from it: with a reason, above the brand's limit by two people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotNow
from haat.core.money import Money
from haat.ledger import queries as books
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable, seller_reserve
from haat.ledger.types import Leg
from haat.payouts.models import Adjustment
from haat.payouts.queries.plans import brand_plan
from haat.payouts.services.runs import NeedsAnother, one_at_a_time
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.sellers.models import Seller

Status = Adjustment.Status


def adjust(*, seller: Seller, amount_minor: int, reason: str, at: datetime, is_write_off: bool = False) -> Adjustment:
    """Positive gives, negative takes. Booked at once up to the limit; above it somebody else says yes first.

    A write-off is at most what the seller owes. Raises InvalidInput.
    """
    with transaction.atomic():
        one_at_a_time()
        if is_write_off and amount_minor > (debt := max(_debt(seller.pk), 0)):
            words = f"The seller owes {Money(debt, active_brand().currency)}; more cannot be written off."
            raise InvalidInput(words, details={"amount_minor": [words]})
        limit = brand_plan().adjustment_alone_minor
        needs_second = limit is not None and abs(amount_minor) > limit
        row = Adjustment.objects.create(
            number=(Adjustment.objects.aggregate(last=Max("number"))["last"] or 0) + 1, seller=seller, amount_minor=amount_minor,
            currency=active_brand().currency, reason=reason, needs_second=needs_second, proposed_by=audit.somebody(), proposed_at=at,
            is_write_off=is_write_off,
        )  # fmt: skip
        after = {"amount_minor": amount_minor} | ({"write_off": True} if is_write_off else {})
        audit.record("payout.adjustment_proposed", row, after=after, reason=reason)
        return row if needs_second else _book(row, at, decided_by=False)


def approve_adjustment(*, row: Adjustment, at: datetime) -> Adjustment:
    """Raises NeedsAnother for the one who proposed it, NotNow when it was decided or the debt of a write-off is less now."""
    with transaction.atomic():
        row = _open(row)
        if row.proposed_by == audit.somebody():
            raise NeedsAnother("You proposed this adjustment. Somebody else has to approve it.")
        return _book(row, at, decided_by=True)


def reject_adjustment(*, row: Adjustment, reason: str, at: datetime) -> Adjustment:
    """Nothing is booked. Raises NotNow when it was decided."""
    with transaction.atomic():
        row = _open(row)
        row.status, row.decided_by, row.decided_at, row.decision_reason = Status.REJECTED, audit.somebody(), at, reason
        row.save()
        audit.record("payout.adjustment_rejected", row, reason=reason)
    return row


def _debt(seller_id: UUID) -> int:
    """What the seller owes when what is kept in reserve is set against it; below zero: it is owed something."""
    currency = active_brand().currency
    return -sum(books.balance(code, currency) for code in (seller_payable(seller_id), seller_reserve(seller_id)))


def _open(row: Adjustment) -> Adjustment:
    row = Adjustment.objects.select_for_update(of=("self",)).select_related("seller").get(pk=row.pk)
    if row.status != Status.PROPOSED:
        raise NotNow("This adjustment was decided before.")
    return row


def _book(row: Adjustment, at: datetime, *, decided_by: bool) -> Adjustment:
    payable = seller_payable(row.seller_id)
    minor, expense = row.amount_minor, row.expense
    facts: dict[str, Any] = {
        "key": f"adjust:{row.pk}", "at": at, "reference": f"ADJ-{row.number}", "currency": row.currency,
        "legs": [Leg(payable, expense, minor) if minor > 0 else Leg(expense, payable, -minor)],
    }  # fmt: skip
    facts["description"] = row.reason
    if row.is_write_off:
        ledger.post(code="payout.written_off", **facts)
        if _debt(row.seller_id) < 0:  # the account's row is ours since the posting
            raise NotNow("The seller owes less by now. Reject this, and write off what is left.")
    else:
        ledger.post(code="payout.adjusted", **facts)
    row.status, row.decided_at, row.decided_by = Status.BOOKED, at, audit.somebody() if decided_by else None
    row.save()
    audit.record("payout.adjustment_booked", row, after={"amount_minor": row.amount_minor}, reason=row.reason)
    return row
