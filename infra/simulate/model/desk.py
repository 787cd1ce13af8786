"""What the brand's staff and its bank did: adjustments, cash that was brought, payouts that the bank made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Given:
    """To a seller by hand; negative: taken from it."""

    seller: str
    amount: int
    is_write_off: bool = False  # of a debt that nobody will pay


@dataclass(slots=True)
class Deposit:
    """Of tax, to the state: in money, in tax that the provider's fees had in them, or both."""

    account: str
    money: int
    credit: int

    @property
    def amount(self) -> int:
        return self.money + self.credit


@dataclass(slots=True)
class Desk:
    adjustments: list[Given] = field(default_factory=list)
    proposed: dict[str, Given] = field(default_factory=dict)  # wait for a second person
    agreed: dict[int, str] = field(default_factory=dict)  # run → who asked for it or said the first yes; empty: nobody
    brought: dict[str, int] = field(default_factory=dict)  # the bank's reference → cash of couriers
    by_bank: dict[str, Given] = field(default_factory=dict)  # payment of a payout by the bank, until it comes back
    files: dict[int, str] = field(default_factory=dict)  # for the bank
    utrs: dict[str, str] = field(default_factory=dict)  # the bank's reference of a line
    deposits: dict[str, Deposit] = field(default_factory=dict)
    alone_most: int | None = None  # an adjustment above it needs a second person
    settled: int = 0  # by the provider, to the bank
    references: int = 0

    def give(self, row: Any, seller: str, *, is_write_off: bool = False) -> None:
        """An adjustment was made: it is booked, or waits for somebody else above what one may do alone."""
        made = Given(seller, row.amount_minor, is_write_off)
        if self.alone_most is not None and abs(made.amount) > self.alone_most:
            self.proposed[str(row.pk)] = made
        else:
            self.adjustments.append(made)

    def reference(self) -> str:
        self.references += 1
        return f"UTR{self.references:08d}"
