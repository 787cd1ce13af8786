"""One step of a return: locked, checked, written, told."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import DomainError
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.returns.models import Return
from haat.returns.types import ReturnChanged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

S = Return.Status
ENDED = {S.REFUNDED, S.EXCHANGED, S.REJECTED, S.CANCELLED}


class WrongStep(DomainError):
    code = "return_state"


@contextmanager
def held(found: Return, verb: str, *before: str) -> Iterator[Return]:
    """The return, locked behind its part. Raises WrongStep unless it is in one of the states `before`."""
    with transaction.atomic():
        orders.lock_part(found.part_id)
        rows = Return.objects.select_for_update(of=("self",)).select_related("part__order", "part__seller", "seller")
        row = rows.prefetch_related("lines__order_line").get(pk=found.pk)
        if row.status not in before:
            state = row.get_status_display().lower()
            raise WrongStep(f"{row.number} is {state}. To {verb} it, it must be {' or '.join(sorted(before))}.")
        yield row


def move(row: Return, status: str, act: str, words: str, *, at: datetime, **facts: Any) -> None:
    """Write the new state with what came with it, into the order's history and the log, and tell."""
    was, row.status = row.status, status
    was_open = row.ended_at is None
    for name, value in facts.items():
        setattr(row, name, value)
    if status in ENDED:
        row.ended_at = at
    row.save()
    if was_open and row.ended_at is not None:
        order_services.free_part(part=row.part)
    order_services.note(order=row.part.order, part=row.part, code=f"return.{status}", text=words[:300], at=at)
    audit.record(
        f"return.{act}", row, before={"status": was}, after={"status": status}, reason=row.answer, label=row.label
    )  # named in return-words.ts
    events.publish(ReturnChanged(return_id=str(row.pk), status=status))
