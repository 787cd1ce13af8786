"""The goods arrived: counted line by line, put back on the shelf or written off, and paid for or exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import InvalidInput
from haat.inventory import services as inventory
from haat.returns import counting
from haat.returns.models import Return
from haat.returns.services.moving import held, move
from haat.returns.services.settle import refund

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.returns.models import ReturnLine
    from haat.returns.types import Counted

S = Return.Status


def receive(*, found: Return, counts: Sequence[Counted], at: datetime) -> Return:
    """Count every line. What is not accepted needs a reason, and stays with the customer's money unpaid.

    Raises WrongStep, and InvalidInput for counts that cannot be.
    """
    with held(found, "receive", S.APPROVED, S.PICKED_UP) as row:
        lines = {line.order_line_id: line for line in row.lines.all()}
        given = {one.line_id: one for one in counts}
        if set(given) != set(lines) or len(given) != len(counts):
            raise InvalidInput("Count every line once.", details={"lines": ["Count every line once."]})
        for pk, line in lines.items():
            _count(row, line, given[pk], at)
        counting.give_back(lines.values())
        row.received_at = at
        if not any(line.accepted for line in lines.values()) and row.credit_id is None:
            inventory.release(reference=row.pk, at=at)
            why = "; ".join(sorted({line.refusal for line in lines.values()}))
            move(row, S.REJECTED, "refused", f"{row.number} arrived and was refused: {why}", at=at, answer=why[:300])
        elif row.kind == Return.Kind.EXCHANGE:
            move(row, S.RECEIVED, "received", f"{row.number} arrived; the replacement comes", at=at)
        else:
            refund(row, at=at)
    return row


def _count(row: Return, line: ReturnLine, one: Counted, at: datetime) -> None:
    if not 0 <= one.resellable <= one.received <= line.quantity or not 0 <= one.accepted <= line.quantity:
        sentence = "No more can arrive than was sent back, and no more be sold again than arrived."
        raise InvalidInput(sentence, details={"lines": [sentence]})
    if one.accepted < line.quantity and not one.refusal.strip():
        raise InvalidInput("Say why not all is accepted.", details={"refusal": ["Say why not all is accepted."]})
    if row.credit_id and one.accepted < line.quantity:
        raise InvalidInput("This was refunded at pick-up already.", details={"accepted": ["It was refunded already."]})
    line.received, line.resellable, line.accepted, line.refusal = (
        one.received,
        one.resellable,
        one.accepted,
        one.refusal,
    )
    line.save(update_fields=["received", "resellable", "accepted", "refusal", "updated_at"])
    if one.resellable:
        bought = line.order_line
        inventory.restock(
            offer_id=bought.offer_id, quantity=one.resellable, reference=line.pk, sold_under=row.part.order_id, of=bought.quantity, at=at,
        )  # fmt: skip
