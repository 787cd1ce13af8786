"""What others hand to the ledger."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leg:
    """Move `minor` from `source` (credited) to `destination` (debited). Zero is left out when posted."""

    source: str
    destination: str
    minor: int
