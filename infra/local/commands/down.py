"""`down`."""

import argparse
import os
import signal
import time

from infra.local import groups, state
from infra.local.checkout import Checkout
from infra.local.files import read_json

STOP_WITHIN_SECONDS = 25.0


def run(_options: argparse.Namespace) -> int:
    stopped = stop(Checkout.current())
    print("Stopped." if stopped else "Nothing was running.")
    return 0


def stop(checkout: Checkout) -> bool:
    """Stops the supervisor and everything it runs, then whatever an earlier one left. True when there was any."""
    running = state.read(checkout)
    if running:
        os.kill(running.supervisor, signal.SIGTERM)
    deadline = time.monotonic() + STOP_WITHIN_SECONDS
    while state.is_locked(checkout):
        if time.monotonic() > deadline:
            _insist(checkout)
            break
        time.sleep(0.05)
    left = groups.end_recorded(checkout.run) if checkout.run.exists() else []
    return bool(running or left)


def _insist(checkout: Checkout) -> None:
    """A supervisor that hangs is killed; its processes are ended by the caller and by its guardian."""
    entry = read_json(checkout.run / f"{groups.SUPERVISOR}.pid")
    if entry and groups.is_same(entry["pid"], entry["started"]):
        os.kill(entry["pid"], signal.SIGKILL)
