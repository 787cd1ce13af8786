"""Facts about cases, and what is asked of a share."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class CaseOpened(Event):
    """A customer's bank wants money back; the sellers concerned are asked for proof."""

    topic: ClassVar[str] = "disputes.opened"
    case_id: str


@dataclass(frozen=True, slots=True)
class CaseEnded(Event):
    topic: ClassVar[str] = "disputes.ended"
    case_id: str


@dataclass(frozen=True, slots=True)
class CaseCharged(Event):
    """It is decided who bears a lost dispute."""

    topic: ClassVar[str] = "disputes.charged"
    case_id: str
