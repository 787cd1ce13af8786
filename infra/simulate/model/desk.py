"""What the brand's staff and its bank did: adjustments, cash that was brought, payouts that the bank made."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Given:
    """To a seller by hand; negative: taken from it."""

    seller: str
    amount: int


@dataclass(slots=True)
class Desk:
    adjustments: list[Given] = field(default_factory=list)
    proposed: dict[str, Given] = field(default_factory=dict)  # wait for a second person
    agreed: dict[int, str] = field(default_factory=dict)  # run → who asked for it or said the first yes; empty: nobody
    brought: dict[str, int] = field(default_factory=dict)  # the bank's reference → cash of couriers
    by_bank: dict[str, Given] = field(default_factory=dict)  # payment of a payout by the bank, until it comes back
    files: dict[int, str] = field(default_factory=dict)  # for the bank
    utrs: dict[str, str] = field(default_factory=dict)  # the bank's reference of a line
    alone_most: int | None = None  # an adjustment above it needs a second person
    settled: int = 0  # by the provider, to the bank
    references: int = 0

    def reference(self) -> str:
        self.references += 1
        return f"UTR{self.references:08d}"
