"""Stopping to ask a provider that is out, so that people wait for no time-outs and it gets time to recover.

Counted in this process, by account: several clear failures in a row open the circuit; then one call in a while is let
through, and its success closes it. A refusal is an answer: it proves that the provider is there.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

FAILURES_MAX = 5
PROBE_AFTER_SECONDS = 15.0


@dataclass(slots=True)
class Circuit:
    failures: int = 0
    opened_at: float = 0  # of the monotonic clock; of the last probe, when there was one
    refused: int = 0  # calls that were not made, since it opened

    @property
    def is_open(self) -> bool:
        return self.failures >= FAILURES_MAX


_lock = threading.Lock()
_circuits: dict[str, Circuit] = {}


def may_ask(account: str) -> bool:
    """Whether a call may go out now. While it is open, one caller at a time is the probe."""
    with _lock:
        one = _circuits.setdefault(account, Circuit())
        if not one.is_open:
            return True
        if time.monotonic() - one.opened_at >= PROBE_AFTER_SECONDS:
            one.opened_at = time.monotonic()
            return True
        one.refused += 1
        return False


def answered(account: str) -> bool:
    """It is there. True when the circuit had been open."""
    with _lock:
        one = _circuits.setdefault(account, Circuit())
        was_open, one.failures, one.refused = one.is_open, 0, 0
        return was_open


def failed(account: str) -> bool:
    """No answer. True when this opened the circuit."""
    with _lock:
        one = _circuits.setdefault(account, Circuit())
        one.failures += 1
        if one.failures >= FAILURES_MAX:
            one.opened_at = time.monotonic()
        return one.failures == FAILURES_MAX


def standing() -> dict[str, tuple[bool, int, int]]:
    """By account: whether it is open, failures in a row, calls that were not made."""
    with _lock:
        return {name: (one.is_open, one.failures, one.refused) for name, one in _circuits.items()}


def forget() -> None:
    """Close all of them, as at the start."""
    with _lock:
        _circuits.clear()
