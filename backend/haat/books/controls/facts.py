"""What a row of another app says must stand in the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """Under `key`, each account of `moves` changes by so many minor units, debit positive.

    A fact whose booking is a job's work has `since`: it may be missing for a while after that.
    """

    key: str
    moves: dict[str, int] = field(default_factory=dict)
    since: datetime | None = None
    only_some: bool = False  # the other accounts of the entry are not foretold

    def agrees(self, booked: dict[str, int]) -> bool:
        return all(booked.get(account, 0) == minor for account, minor in self.moves.items()) and (
            self.only_some or set(booked) == {account for account, minor in self.moves.items() if minor}
        )
