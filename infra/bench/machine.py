"""How fast this machine is now. Cores that are shared with strangers differ by a factor of two from hour to hour."""

from __future__ import annotations

import os
import time

ROUNDS = 1_000_000


def state() -> str:
    """The load before a measurement, and CPU milliseconds of a fixed piece of Python: figures compare where these do."""
    return f"load of this machine: {os.getloadavg()[0]:.1f} before; a fixed piece of Python takes {_fixed():.0f} ms"


def _fixed() -> float:
    """The best of three, so that one interruption does not count."""
    return min(_once() for _ in range(3)) * 1000


def _once() -> float:
    begun, found = time.process_time(), 0
    for number in range(ROUNDS):
        found += number * number % 7
    return time.process_time() - begun
