"""One order as the market knows it: what was agreed, and how far each part has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infra.simulate.model.bill import Bill, Share


class State(StrEnum):
    """Of a sale and of its parts, in the words that the API has for them."""

    AWAITING = "awaiting_payment"
    PLACED = "placed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    COMPLETED = "completed"


OVER = {State.CANCELLED, State.DECLINED}
ARRIVED = {State.DELIVERED, State.COMPLETED}


@dataclass(slots=True)
class Part:
    id: str
    number: str
    share: Share
    state: State
    is_free_of_tds: bool = False
    is_counted: bool = False  # in the seller's sales of the year
    was_placed: bool = False

    @property
    def seller(self) -> str:
        return self.share.seller

    @property
    def tds(self) -> int:
        return 0 if self.is_free_of_tds else self.share.tds

    @property
    def kept_back(self) -> int:
        return self.share.fee + self.share.fee_tax + self.share.tcs + self.tds

    @property
    def net(self) -> int:
        return self.share.value - self.kept_back


@dataclass(slots=True)
class Sale:
    id: str
    number: str
    customer: str
    is_cash: bool
    code: str
    bill: Bill
    parts: list[Part]
    state: State
    holds: bool = True  # its goods are set aside
    orders: list[str] = field(default_factory=list)  # the provider's
    callbacks: list[dict[str, str]] = field(default_factory=list)  # the browser's way back, not gone yet

    @property
    def is_over(self) -> bool:
        return all(part.state in OVER for part in self.parts)

    @property
    def uses_its_code(self) -> bool:
        return bool(self.code) and self.state != State.EXPIRED and not self.is_over
