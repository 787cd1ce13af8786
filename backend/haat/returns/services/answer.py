"""The seller, the brand's staff or the time limit says yes or no."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from haat.core.errors import InvalidInput
from haat.inventory import services as inventory
from haat.returns import counting
from haat.returns.models import Return
from haat.returns.services.exchange import wanted_of
from haat.returns.services.moving import WrongStep, held, move
from haat.returns.services.settle import refund

if TYPE_CHECKING:
    from datetime import datetime

S = Return.Status
REPLACEMENT_HELD = timedelta(days=45)


def approve(*, found: Return, answer: str, at: datetime, by_brand: bool = False) -> Return:
    """Agree. A claim is refunded at once; an exchange holds the replacement. Raises WrongStep, OutOfStock."""
    with held(found, "approve", S.REQUESTED) as row:
        _check_whose(row, by_brand=by_brand)
        if row.kind == Return.Kind.EXCHANGE:
            lines = list(row.lines.all())
            wanted = wanted_of(lines, [line.quantity for line in lines])
            inventory.reserve(quantities=wanted, reference=row.pk, expires_at=at + REPLACEMENT_HELD, at=at)
        facts = {"answer": answer, "answered_at": at, "send_to": "" if row.kind == Return.Kind.CLAIM else _address(row)}
        move(row, S.APPROVED, "approved", f"{row.number} was agreed to", at=at, **facts)
        if row.kind == Return.Kind.CLAIM:
            for line in row.lines.all():
                line.accepted = line.quantity
                line.save(update_fields=["accepted", "updated_at"])
            refund(row, at=at)
    return row


def reject(*, found: Return, answer: str, at: datetime, by_brand: bool = False) -> Return:
    """Refuse with a reason; its units can be asked for again. Raises WrongStep, InvalidInput without a reason."""
    if not answer.strip():
        raise InvalidInput("Say why.", details={"answer": ["Say why."]})
    with held(found, "reject", S.REQUESTED) as row:
        _check_whose(row, by_brand=by_brand)
        counting.give_back(row.lines.all())
        words = f"{row.number} was refused: {answer}"
        move(row, S.REJECTED, "refused", words, at=at, answer=answer, answered_at=at)
    return row


def _check_whose(row: Return, *, by_brand: bool) -> None:
    if row.is_escalated and not by_brand:
        raise WrongStep(f"{row.number} is with the brand: it decides now.")


def _address(row: Return) -> str:
    seller = row.seller
    return "\n".join(part for part in (seller.name, seller.address, f"{seller.city} {seller.pin}".strip()) if part)
