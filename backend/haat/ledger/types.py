"""What others hand to the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

FAULTS_MAX = 50  # books that are broken everywhere are told once


@dataclass(frozen=True, slots=True)
class Leg:
    """Move `minor` from `source` (credited) to `destination` (debited). Zero is left out when posted."""

    source: str
    destination: str
    minor: int


@dataclass(slots=True)
class Check:
    """One invariant of the books (docs/money.md has the numbers). `faults` are sentences; none means that it holds.

    `warnings` are about what adds up and still needs somebody: a difference that is open, work that stands still.
    """

    number: int
    title: str
    looked_at: int = 0
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def fault(self, sentence: str) -> None:
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(sentence)

    def warn(self, sentence: str) -> None:
        if len(self.warnings) < FAULTS_MAX:
            self.warnings.append(sentence)

    @property
    def holds(self) -> bool:
        return not self.faults

    def as_dict(self) -> dict[str, Any]:
        facts = {"number": self.number, "title": self.title, "looked_at": self.looked_at}
        return facts | {"faults": self.faults, "warnings": self.warnings}


@dataclass(slots=True)
class Verdict:
    """What was found of one brand's books."""

    slug: str
    sealed: int = 0
    waiting: int = 0  # posted and not sealed yet
    hash: str = ""  # of the last seal: write it down elsewhere, and hold the books to it later
    checks: list[Check] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        return [fault for check in self.checks for fault in check.faults]

    @property
    def warnings(self) -> list[str]:
        return [warning for check in self.checks for warning in check.warnings]
