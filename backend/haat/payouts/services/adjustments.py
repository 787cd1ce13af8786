"""Money that staff give to a seller or take from it: with a reason, above the brand's limit by two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from haat.audit import services as audit
from haat.core.errors import NotNow
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.types import Leg
from haat.payouts.models import Adjustment
from haat.payouts.queries.plans import brand_plan
from haat.payouts.services.people import somebody
from haat.payouts.services.runs import NeedsAnother, one_at_a_time
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime

    from haat.sellers.models import Seller

EXPENSE = "seller_adjustments"
Status = Adjustment.Status


def adjust(*, seller: Seller, amount_minor: int, reason: str, at: datetime) -> Adjustment:
    """Positive gives, negative takes. Booked at once up to the limit; above it somebody else says yes first."""
    with transaction.atomic():
        one_at_a_time()
        limit = brand_plan().adjustment_alone_minor
        needs_second = limit is not None and abs(amount_minor) > limit
        row = Adjustment.objects.create(
            number=(Adjustment.objects.aggregate(last=Max("number"))["last"] or 0) + 1, seller=seller, amount_minor=amount_minor,
            currency=active_brand().currency, reason=reason, needs_second=needs_second, proposed_by=somebody(), proposed_at=at,
        )  # fmt: skip
        audit.record("payout.adjustment_proposed", row, after={"amount_minor": amount_minor}, reason=reason)
        return row if needs_second else _book(row, at, decided_by=False)


def approve_adjustment(*, row: Adjustment, at: datetime) -> Adjustment:
    """Raises NeedsAnother for the one who proposed it, NotNow when it was decided."""
    with transaction.atomic():
        row = _open(row)
        if row.proposed_by == somebody():
            raise NeedsAnother("You proposed this adjustment. Somebody else has to approve it.")
        return _book(row, at, decided_by=True)


def reject_adjustment(*, row: Adjustment, reason: str, at: datetime) -> Adjustment:
    """Nothing is booked. Raises NotNow when it was decided."""
    with transaction.atomic():
        row = _open(row)
        row.status, row.decided_by, row.decided_at, row.decision_reason = Status.REJECTED, somebody(), at, reason
        row.save()
        audit.record("payout.adjustment_rejected", row, reason=reason)
    return row


def _open(row: Adjustment) -> Adjustment:
    row = Adjustment.objects.select_for_update(of=("self",)).select_related("seller").get(pk=row.pk)
    if row.status != Status.PROPOSED:
        raise NotNow("This adjustment was decided before.")
    return row


def _book(row: Adjustment, at: datetime, *, decided_by: bool) -> Adjustment:
    payable = seller_payable(row.seller_id)
    leg = Leg(payable, EXPENSE, row.amount_minor) if row.amount_minor > 0 else Leg(EXPENSE, payable, -row.amount_minor)
    ledger.post(
        key=f"adjust:{row.pk}", code="payout.adjusted", legs=[leg], at=at, reference=f"ADJ-{row.number}", description=row.reason,
        currency=row.currency,
    )  # fmt: skip
    row.status, row.decided_at, row.decided_by = Status.BOOKED, at, somebody() if decided_by else None
    row.save()
    audit.record("payout.adjustment_booked", row, after={"amount_minor": row.amount_minor}, reason=row.reason)
    return row
