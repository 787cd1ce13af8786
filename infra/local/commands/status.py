"""`status`."""

import argparse
import json
from typing import Any

from infra.local import banner, environment, ports, state
from infra.local.checkout import Checkout

EXIT_DOWN = 3


def run(options: argparse.Namespace) -> int:
    as_json: bool = options.json
    checkout = Checkout.current()
    running = state.read(checkout)
    if running is None and not ports.known(checkout.home / "ports.json"):
        print(json.dumps(NEVER_STARTED, indent=2) if as_json else "Down. Nothing was started here yet: ./haat up")
        return EXIT_DOWN
    setting = environment.attach(checkout)
    phase, processes = (running.state, running.status["processes"]) if running else ("down", [])
    found = state.describe(setting, phase, processes)
    if as_json:
        print(json.dumps(found, indent=2))
    elif running and running.state == "up":
        print(banner.text(setting, found))
        for process in found["processes"]:
            print(f"  {process['name']:<12}{process['state']:<10}{process['pid'] or ''}")
    else:
        print(f"{found['state'].capitalize()}.")
    return 0 if found["state"] == "up" else EXIT_DOWN


NEVER_STARTED: dict[str, Any] = {
    "state": "down",
    "platform": {"host": "haat.localhost", "url": None},
    "brands": [],
    "logins": [],
    "inbox": None,
    "simulator": None,
    "processes": [],
}
