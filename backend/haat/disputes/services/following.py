"""Going along with what the provider says of a dispute. Repeatable: each step looks whether it was done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.money import Money
from haat.disputes.models import Case
from haat.disputes.services import booking, dividing, histories
from haat.disputes.types import CaseEnded, CaseOpened
from haat.orders import queries as orders
from haat.payments import queries as payments

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.payments.models import Dispute

BRANDS_OWN = timedelta(days=2)  # between the sellers' last day and the bank's
State = Case.State


def follow(*, dispute_id: UUID | str, at: datetime) -> Case:
    """Open a case, hold what the sellers concerned would get, book what was taken or given back, move the state."""
    with transaction.atomic():
        dispute = payments.dispute(dispute_id)
        case = Case.objects.select_for_update().filter(dispute=dispute).first() or _opened(dispute, at)
        booking.book_taken(dispute, at)
        _move(case, _state_of(case, dispute), dispute, at)
    return case


def _opened(dispute: Dispute, at: datetime) -> Case:
    """Money that no order asked for concerns no seller."""
    order = None if dispute.payment.is_stray else orders.found_order(dispute.payment.reference)
    due = dispute.respond_by - BRANDS_OWN if dispute.respond_by else None
    case = Case.objects.create(
        dispute=dispute, order=order, number=order.number if order else dispute.payment.reference_number,
        sellers_due_at=max(due, at) if due else None,
    )  # fmt: skip
    dividing.first(case, at=at)
    if order is not None:
        amount = Money(dispute.amount_minor, dispute.currency)
        histories.note(case, "dispute.opened", f"Your bank asked us to give {amount} back", at)
        events.publish(CaseOpened(case_id=str(case.pk)))
    return case


def _state_of(case: Case, dispute: Dispute) -> str:
    if dispute.is_lost or dispute.status == "lost":
        return State.ACCEPTED if case.accepted_at else State.LOST
    if dispute.status == "under_review":
        return State.SUBMITTED
    if dispute.status == "open":
        return State.EVIDENCE_DUE if case.order_id else State.OPEN
    return State.WON if dispute.status == "won" else State.CLOSED


def _move(case: Case, state: str, dispute: Dispute, at: datetime) -> None:
    before = case.state
    if before == state:
        return
    case.state = state
    if dispute.submitted_at or not dispute.is_open:
        case.wanted, case.failure = "", ""
    case.save(update_fields=["state", "wanted", "failure", "updated_at"])
    audit.record("dispute.state", case, before={"state": before}, after={"state": state}, label=case.number)
    if state in {State.WON, State.CLOSED}:
        dividing.let_go(case, at=at)
    if not dispute.is_open:
        histories.note_end(case, at)
        events.publish(CaseEnded(case_id=str(case.pk)))
