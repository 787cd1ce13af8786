"""So many connections that ask one after another, for a time; what they saw in milliseconds."""

from __future__ import annotations

import http.client
import itertools
import statistics
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CONNECTIONS = 16


@dataclass(frozen=True, slots=True)
class Seen:
    seconds: float
    times_ms: list[float]

    @property
    def per_second(self) -> float:
        return len(self.times_ms) / self.seconds

    def percentile(self, part: int) -> float:
        return statistics.quantiles(self.times_ms, n=100)[part - 1]


def ask(port: int, host: str, path: Callable[[int], str], *, seconds: float, connections: int = CONNECTIONS) -> Seen:
    """Raises RuntimeError at the first answer that is not 200."""
    numbers, times, wrong = itertools.count(), list[float](), list[str]()
    until = time.perf_counter() + seconds

    def visit() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.perf_counter() < until and not wrong:
            began, target = time.perf_counter(), path(next(numbers))
            line.request("GET", target, headers={"Host": host})
            answer = line.getresponse()
            body = answer.read()
            times.append((time.perf_counter() - began) * 1000)
            if answer.status != 200:
                wrong.append(f"{target}: {answer.status} {body[:300]!r}")
        line.close()

    threads = [threading.Thread(target=visit) for _ in range(connections)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise RuntimeError(wrong[0])
    return Seen(time.perf_counter() - began, times)
