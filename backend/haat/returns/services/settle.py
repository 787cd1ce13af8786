"""What was accepted of a return becomes one credit; the money follows by its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.orders.types import Taken
from haat.returns.models import Return
from haat.returns.reasons import reason
from haat.returns.services.moving import move

if TYPE_CHECKING:
    from datetime import datetime

    from haat.orders.models import Credit

S = Return.Status


def refund(row: Return, *, at: datetime) -> None:
    """Credit and close; what was credited at pick-up is not credited again."""
    credit = row.credit or credit_of(row, at=at)
    move(row, S.REFUNDED, "received", f"{row.number} is settled", at=at, credit=credit)


def credit_of(row: Return, *, at: datetime) -> Credit:
    """The credit of what was accepted, or of everything while nothing was counted. Written once."""
    lines = [line for line in row.lines.all() if (line.quantity if line.accepted is None else line.accepted)]
    taken = [Taken(line.order_line_id, line.quantity if line.accepted is None else line.accepted) for line in lines]
    at_fault = any(reason(line.reason).seller_at_fault for line in lines)
    shipping = None if at_fault and _is_last(row, taken) else 0
    words = "; ".join(sorted({str(reason(line.reason).words) for line in lines}))
    return order_services.credit_part(
        part=row.part, lines=taken, cause=row.kind, reason=f"{row.number}: {words}", key=f"return-{row.pk}", at=at, shipping_minor=shipping,
    )  # fmt: skip


def _is_last(row: Return, taken: list[Taken]) -> bool:
    """Whether nothing of the part stays with the customer: then its delivery was for nothing."""
    left = orders.left_of(row.part)
    going = {one.line_id: one.quantity for one in taken}
    units = {line.pk: left[line.pk].quantity if line.pk in left else line.quantity for line in row.part.lines.all()}
    return all(going.get(pk, 0) == quantity for pk, quantity in units.items())
