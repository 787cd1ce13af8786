"""A refused or unanswered claim goes to the brand; an unanswered return is agreed to by the time limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import DomainError
from haat.orders import services as order_services
from haat.returns import counting, queries
from haat.returns.models import Return
from haat.returns.services.answer import approve
from haat.returns.services.moving import WrongStep, held, move

if TYPE_CHECKING:
    from datetime import datetime

S = Return.Status
BATCH = 200


def escalate(*, found: Return, at: datetime) -> Return:
    """The customer does not accept the seller's no. Raises WrongStep the second time, or when the units are gone."""
    with held(found, "escalate", S.REJECTED) as row:
        if row.is_escalated or row.received_at:
            raise WrongStep(f"{row.number} was decided.")
        if not all(counting.take(line.order_line, line.quantity) for line in row.lines.all()):
            raise WrongStep(f"{row.number}: these units are part of another request.")
        row.ended_at = None
        order_services.hold_part(part=row.part)
        move(row, S.REQUESTED, "escalated", f"{row.number} was brought before the brand", at=at, is_escalated=True)
    return row


def answer_overdue(*, at: datetime) -> int:
    """What sellers let lie: returns and exchanges are agreed to, claims go to the brand. Returns how many there were."""
    rows = list(queries.overdue(at)[:BATCH])
    for found in rows:
        if found.kind == Return.Kind.CLAIM:
            with held(found, "escalate", S.REQUESTED) as row:
                move(
                    row,
                    S.REQUESTED,
                    "escalated",
                    f"{row.number}: no answer in time, the brand decides",
                    at=at,
                    is_escalated=True,
                )
            continue
        try:
            approve(found=found, answer="No answer in time", at=at)
        except DomainError:  # the replacement is sold out, or somebody was faster: a person looks at it
            Return.objects.filter(pk=found.pk, status=S.REQUESTED).update(is_escalated=True)
    return len(rows)
