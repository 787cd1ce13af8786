"""Leaves no orphan when the supervisor itself is killed: a small process that waits for it to be gone.

It holds the reading end of a pipe whose writing end only the supervisor has, so the kernel tells it at once. Unlike
Linux's parent-death signal this also works on macOS, reaches whole process groups and stops services in order.
"""

import contextlib
import os
import signal
from pathlib import Path

from infra.local import groups


def watch(run: Path) -> None:
    """Forks the guardian. Call it before anything is opened that must close with the supervisor (held ports)."""
    reading, writing = os.pipe()
    if os.fork():
        os.close(reading)  # the other end stays open for as long as we live; children do not inherit it
        return
    try:
        os.close(writing)
        _wait_and_clean(reading, run)
    finally:
        os._exit(0)


def _wait_and_clean(reading: int, run: Path) -> None:
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # whoever reads the supervisor's output must not wait for us
        os.dup2(quiet, descriptor)
    with contextlib.suppress(OSError):
        os.read(reading, 1)  # ends when the supervisor does: nothing is ever written
    groups.end_recorded(run)
