"""Facts about returns, and what people ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from haat.core.events import Event

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReturnChanged(Event):
    """A return was asked for, answered, received, refunded, refused or withdrawn."""

    topic: ClassVar[str] = "returns.changed"
    return_id: str
    status: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Units of a line that somebody wants to give back; for an exchange also what instead."""

    line_id: UUID
    quantity: int
    reason: str
    offer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What arrived of a line, what can be sold again, and what of it is accepted."""

    line_id: UUID
    received: int
    resellable: int
    accepted: int
    refusal: str = ""
