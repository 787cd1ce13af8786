"""One order as the market knows it: what was agreed, and how far each part has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from infra.simulate.model.card import goes_back
from infra.simulate.model.credit import lefts

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from infra.simulate.model.bill import Bill, Share
    from infra.simulate.model.credit import Credit, Left
    from infra.simulate.model.dispute import Dispute
    from infra.simulate.model.request import Request


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
    arrived_at: datetime | None = None
    lines: dict[str, UUID] = field(default_factory=dict)  # good → its line
    left: dict[str, Left] = field(default_factory=dict)
    credits: list[Credit] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    net_at_rest: int | None = None  # when all work was done last
    net_in_payout: int | None = None  # when it came into the one that it is in: its share stays as it was
    net_in_dropped: int = 0  # the same of payouts that never started: nothing was taken of its share meanwhile
    is_brought: bool = False  # its cash is at the bank
    card: int = 0  # of what is paid for it, by gift card

    def __post_init__(self) -> None:
        self.left = lefts(self.share)

    @property
    def is_asked_back(self) -> bool:
        return any(one.is_open for one in self.requests)

    @property
    def to_card(self) -> list[int]:
        """What of each credit goes back to the gift card."""
        return goes_back(self.card, self.share.paid, [(one.customer, one.is_of_bank) for one in self.credits])

    @property
    def back_to_card(self) -> int:
        return self.card if self.state in OVER and self.was_placed else sum(self.to_card)

    @property
    def owed_back(self) -> int:
        """What the customer is to get back in money, or got: of a part that ended all of it, else its credits."""
        if self.state in OVER:
            return self.share.paid - self.card if self.was_placed else 0
        return sum(one.customer for one in self.credits) - sum(self.to_card)

    @property
    def owed_in_cash(self) -> int:
        """The same where nothing was paid before the parcel came: what was called off is less to pay."""
        pairs = zip(self.credits, self.to_card, strict=True)
        return sum(one.customer - card for one, card in pairs if not one.is_called_off) if self.state in ARRIVED else 0

    @property
    def is_touched(self) -> bool:
        """Some of it was called off."""
        return any(one.is_called_off for one in self.credits)

    @property
    def called_off(self) -> int:
        """What the customer does not pay of it."""
        return sum(one.sale for one in self.credits if one.is_called_off)

    @property
    def at_the_door(self) -> int:
        """What is paid when the parcel comes, if it is paid then."""
        pairs = zip(self.credits, self.to_card, strict=True)
        card = self.card - sum(back for one, back in pairs if one.is_called_off)
        return self.share.paid - self.called_off - card

    def sent(self, good: str) -> int:
        """Pieces that were not called off."""
        gone = sum(one.units(good) for one in self.credits if one.is_called_off)
        return self.share.pieces.get(good, 0) - gone

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
        """What the seller earns: less what was taken back, with the fees of that."""
        taken = sum(
            one.sale + one.brand - sum(row.fee + row.fee_tax + row.tcs + row.tds for row in one.fees)
            for one in self.credits
        )
        return self.share.value - self.kept_back - taken


@dataclass(slots=True)
class Sale:
    id: str
    number: str
    customer: str
    is_cash: bool
    bill: Bill
    parts: list[Part]
    state: State
    holds: bool = True  # its goods are set aside
    orders: list[str] = field(default_factory=list)  # the provider's
    callbacks: list[dict[str, str]] = field(default_factory=list)  # the browser's way back, not gone yet
    paid_back: dict[str, int] = field(default_factory=dict)  # by staff, from the bank: refund → amount
    too_little: dict[str, int] = field(default_factory=dict)  # refunds that the provider does not send, not paid yet
    dispute: Dispute | None = None  # the last one of its payment
    card: str = ""  # a gift card that pays for some of it

    @property
    def sent_back(self) -> int:
        """What staff paid from the bank, or has to pay."""
        return sum(self.paid_back.values()) + sum(self.too_little.values())

    @property
    def owed_back(self) -> int:
        """What the customer is to get back, or got: of parts that ended and of credits. Cash is taken at the door."""
        return sum(part.owed_in_cash if self.is_cash else part.owed_back for part in self.parts)

    @property
    def by_card(self) -> int:
        return sum(part.card for part in self.parts)

    @property
    def to_pay(self) -> int:
        """What the gift card leaves."""
        return self.bill.total - self.by_card

    @property
    def was_placed(self) -> bool:
        return self.parts[0].was_placed

    @property
    def is_over(self) -> bool:
        return all(part.state in OVER for part in self.parts)

    def uses(self, code: str) -> bool:
        """Whoever gets nothing after all has not used it."""
        return code in self.bill.used and self.state != State.EXPIRED and not self.is_over

    def collected(self, part: Part) -> int:
        """Cash that came with a parcel; the fee for cash with the one that was there first."""
        there = [one for one in self.parts if one.arrived_at is not None]
        first = min(there, key=lambda one: (one.arrived_at, one.id), default=None)
        return part.at_the_door + (self.bill.cod_fee if first is part else 0)

    def waits_for_cash(self, part: Part) -> bool:
        """A courier has it. Nobody waits for nothing: a gift card may have paid for all of a part."""
        return self.is_cash and not part.is_brought and bool(self.collected(part))
