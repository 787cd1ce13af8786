"""What the order's history says of a dispute: to the customer first, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import Money
from haat.disputes.models import Case
from haat.orders import services as order_services

if TYPE_CHECKING:
    from datetime import datetime

ENDS = {
    Case.State.WON: "The bank decided that the payment stands",
    Case.State.CLOSED: "The bank closed its question; the payment stands",
    Case.State.LOST: "The bank gave {amount} back",
    Case.State.ACCEPTED: "We agreed with the bank: it gave {amount} back",
}


def note(case: Case, code: str, text: str, at: datetime) -> None:
    if case.order is not None:
        order_services.note(order=case.order, code=code, text=text, at=at)


def note_end(case: Case, at: datetime) -> None:
    dispute = case.dispute
    amount = Money(dispute.deducted_minor, dispute.currency)
    note(case, f"dispute.{case.state}", ENDS[Case.State(case.state)].format(amount=amount), at)
