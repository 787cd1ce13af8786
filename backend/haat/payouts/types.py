"""Facts about payouts."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class PayoutPaid(Event):
    topic: ClassVar[str] = "payouts.paid"
    payout_id: str
