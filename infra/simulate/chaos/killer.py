"""Somebody pulls plugs: SIGKILL for one process after the other, and a watch on how long the shop is away."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import threading
import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import requests

from infra.local import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from infra.local.checkout import Checkout

VICTIMS = ("web", "worker", "relay", "valkey", "postgres")
RECOVERY_MOST = 120.0


class Killer(threading.Thread):
    def __init__(
        self, checkout: Checkout, probe: Callable[[], requests.Response], pause: float, dice: random.Random
    ) -> None:
        super().__init__(name="killer")
        self.checkout, self.probe, self.pause, self.dice = checkout, probe, pause, dice
        self.kills: Counter[str] = Counter()
        self.away: dict[str, list[float]] = defaultdict(list)
        self.faults: list[str] = []
        self.over = threading.Event()

    def run(self) -> None:
        victims = list(VICTIMS)
        while not self.over.wait(self.pause * self.dice.uniform(0.4, 1.6)):
            if not victims:
                victims = list(VICTIMS)
            victim = victims.pop(self.dice.randrange(len(victims)))
            self._kill(victim)

    def _kill(self, victim: str) -> None:
        pid = self._pid(victim)
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        self.kills[victim] += 1
        begun = time.monotonic()
        while time.monotonic() - begun < RECOVERY_MOST:
            new = self._pid(victim)
            if new not in {None, pid} and self._answers():
                self.away[victim].append(time.monotonic() - begun)
                return
            time.sleep(0.1)
        self.faults.append(f"{victim} was not back after {RECOVERY_MOST:.0f} s")

    def _pid(self, name: str) -> int | None:
        running = state.read(self.checkout)
        rows = running.status["processes"] if running else []
        return next((row["pid"] for row in rows if row["name"] == name and row["state"] == "running"), None)

    def _answers(self) -> bool:
        try:
            return self.probe().ok
        except requests.RequestException:
            return False
