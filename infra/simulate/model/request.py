"""What a customer asked of a part that arrived: to give it back, to change it, or to be paid for what was wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

REQUESTED, APPROVED, PICKED_UP, RECEIVED = "requested", "approved", "picked_up", "received"
REFUNDED, EXCHANGED, REJECTED, CANCELLED = "refunded", "exchanged", "rejected", "cancelled"
ENDED = {REFUNDED, EXCHANGED, REJECTED, CANCELLED}


@dataclass(slots=True)
class Wish:
    """Units of a line. `instead`: what the customer gets for them, and what it is cheaper by."""

    good: str
    units: int
    reason: str
    instead: str = ""
    cheaper_by: int = 0
    accepted: int | None = None


@dataclass(slots=True)
class Request:
    id: str
    number: str
    kind: str
    wishes: list[Wish]
    answer_by: datetime
    state: str = REQUESTED
    is_with_brand: bool = False
    was_counted: bool = False
    holds: dict[str, int] = field(default_factory=dict)  # the replacement, until it is sent

    def replacement(self) -> dict[str, int]:
        """What is to be sent instead, if all of it is accepted."""
        found: dict[str, int] = {}
        for wish in self.wishes:
            if wish.instead:
                found[wish.instead] = found.get(wish.instead, 0) + wish.units
        return found

    @property
    def is_open(self) -> bool:
        return self.state not in ENDED
