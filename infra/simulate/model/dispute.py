"""A payment that a customer's bank asks back: how far it is, as Haat has heard of it, and who bears it."""

from __future__ import annotations

from dataclasses import dataclass, field

ENDED = {"won", "lost", "closed"}


@dataclass(slots=True)
class Dispute:
    """`taken` left the brand's balance at the provider, less `given`. `shares`: what of it falls on each part."""

    id: str
    amount: int
    state: str = ""  # not heard of yet
    taken: int = 0
    given: int = 0
    shares: dict[str, int] = field(default_factory=dict)
    bearer: str = ""
    refunded: int | None = None  # of its payment, when it was heard of: no more goes out while it is open
    short: int = 0  # of what a seller bears, the paisa that no price can give: the brand bears it

    @property
    def is_heard(self) -> bool:
        return bool(self.state)

    @property
    def is_open(self) -> bool:
        return self.is_heard and self.state not in ENDED

    @property
    def lost(self) -> int:
        """Gone for good."""
        return 0 if not self.is_heard or self.is_open else self.taken - self.given
