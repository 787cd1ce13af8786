"""`./haat simulate --chaos`: a whole stack, people who buy, and processes that die; at the end everything must be accounted for."""

from __future__ import annotations

import argparse
import contextlib
import random
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

from infra.local import environment, postgres
from infra.local.checkout import Checkout
from infra.local.testing import haat, running_stack
from infra.local.testing import status as stack_status
from infra.simulate.chaos.browser import waited
from infra.simulate.chaos.killer import Killer
from infra.simulate.chaos.shopper import Crowd, Shopper
from infra.simulate.chaos.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Sequence

SCARCE_PART = 8  # of so many checkouts one wants a piece of the scarce offer and does not get it
PROBE_SECONDS = 3
LAST_RECOVERY_SECONDS = 150.0


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./haat simulate --chaos", description=__doc__)
    parser.add_argument("--chaos", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--checkouts", type=int, default=2_000)
    parser.add_argument("--shoppers", type=int, default=8, help="how many buy at the same time")
    parser.add_argument("--pause", type=float, default=12.0, help="seconds between two kills, more or less")
    parser.add_argument("--seed", type=int, default=1, help="of who buys what and which process dies next")
    parser.add_argument("--brand", default="rangoori")
    return parser.parse_args(words)


@dataclass(slots=True)
class Outcome:
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    quiet_after: float = 0.0


def main() -> int:
    options = arguments()
    here = Checkout.current()
    with tempfile.TemporaryDirectory(prefix="haat-chaos-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        print("bringing a stack up in a folder of its own, which is deleted at the end", flush=True)
        with running_stack(home):
            code = _storm(options, Checkout(here.root, home))
        if code:
            kept = here.home / "chaos-logs"
            shutil.copytree(home / "logs", kept, dirs_exist_ok=True)
            print(f"the logs of its processes are in {kept}")
    return code


def _storm(options: argparse.Namespace, checkout: Checkout) -> int:
    status = stack_status(checkout.home)
    host = next(row["host"] for row in status["brands"] if row["slug"] == options.brand)
    setting = environment.attach(checkout)
    everything = postgres.superuser_url(setting.ports["postgres"], setting.secrets)
    truth = Truth(setting.environ["DATABASE_URL"], everything, options.brand, checkout.home / "simulator.sqlite")
    offers = truth.stock_up(plenty=2 * options.checkouts + 50, scarce=max(1, options.checkouts // SCARCE_PART))
    truth.begun, before = datetime.now(UTC), truth.stock(offers)
    crowd = Crowd(options.checkouts, offers)
    dice = random.Random(options.seed)  # noqa: S311 - who buys what is no secret
    killer = Killer(checkout, lambda: _probe(status, host), options.pause, random.Random(options.seed + 1))  # noqa: S311 - as above
    outcome = Outcome()
    begun = time.monotonic()
    _buy(options, status, host, crowd, killer, dice)
    outcome.seconds = time.monotonic() - begun
    outcome.faults = [*crowd.faults, *killer.faults]
    _settle(checkout, truth, outcome)
    outcome.faults += truth.orders_of(crowd.checkouts) + truth.shelves(offers, before)
    outcome.faults += _books(checkout, status)
    _report(options, crowd, killer, outcome)
    return 1 if outcome.faults else 0


def _buy(
    options: argparse.Namespace, status: dict[str, Any], host: str, crowd: Crowd, killer: Killer, dice: random.Random
) -> None:
    shoppers = [
        threading.Thread(target=Shopper(status, host, crowd, random.Random(dice.random())).run)  # noqa: S311 - as above
        for _ in range(options.shoppers)
    ]
    for one in [*shoppers, killer]:
        one.start()
    told = time.monotonic()
    for one in shoppers:
        while one.is_alive():
            one.join(1)
            if time.monotonic() - told > 30:
                told = time.monotonic()
                print(f"  {crowd.done()} of {crowd.wanted} checkouts, {killer.kills.total()} kills", flush=True)
    killer.over.set()
    killer.join()


def _settle(checkout: Checkout, truth: Truth, outcome: Outcome) -> None:
    """Until every process runs and nothing is left to do; then twenty minutes pass, so that unpaid orders end."""
    begun = time.monotonic()
    with contextlib.suppress(TimeoutError):
        waited(
            lambda: all(row["state"] == "running" for row in stack_status(checkout.home)["processes"]),
            LAST_RECOVERY_SECONDS,
        )
    left = truth.quiet()
    haat(checkout.home, "clock", "advance", "20m")
    time.sleep(35)  # the round that lets go of unpaid orders comes every 20 seconds
    left += truth.quiet()
    outcome.faults += [f"not done: {words}" for words in left]
    outcome.quiet_after = time.monotonic() - begun


def _books(checkout: Checkout, status: dict[str, Any]) -> list[str]:
    faults = []
    proof = haat(checkout.home, "ledger", "verify")
    if proof.returncode not in {0, 2}:  # 2: they hold, and something waits for somebody
        faults.append(f"the books do not hold: {proof.stdout} {proof.stderr}")
    base = f"http://127.0.0.1:{urlsplit(status['simulator']).port}"
    theirs = requests.get(f"{base}/_sim/invariant", timeout=30).json()
    return faults if theirs["holds"] else [*faults, f"the provider's books do not hold: {theirs}"]


def _probe(status: dict[str, Any], host: str) -> requests.Response:
    port = urlsplit(status["platform"]["url"]).port
    return requests.get(
        f"http://127.0.0.1:{port}/api/v1/customer/products?limit=1&in_stock=true", headers={"Host": f"{host}:{port}"},
        timeout=PROBE_SECONDS,
    )  # fmt: skip


def _report(options: argparse.Namespace, crowd: Crowd, killer: Killer, outcome: Outcome) -> None:
    told = sum(one.told_placed for one in crowd.checkouts)
    refused = [one for one in crowd.checkouts if one.refused]
    print(
        f"\n{len(crowd.checkouts):>8}  checkouts by {options.shoppers} shoppers in {outcome.seconds:,.0f} s (seed {options.seed})"
    )
    print(
        f"{told:>8}  told “placed” at once; {sum(one.paid for one in crowd.checkouts)} paid online, the others by message or round"
    )
    print(f"{len(refused):>8}  refused clearly: {', '.join(sorted({one.refused for one in refused})) or '-'}")
    for name, count in sorted(crowd.seen.items()):
        print(f"{count:>8}  {name}")
    for name, seconds in sorted(killer.away.items()):
        middle = sorted(seconds)[len(seconds) // 2]
        print(
            f"{killer.kills[name]:>8}  kills of {name}: back in {middle:.1f} s in the middle, {max(seconds):.1f} s at most"
        )
    print(f"{outcome.quiet_after:>8.0f}  seconds until nothing was left to do, with the wait for unpaid orders")
    for words in outcome.faults:
        print(f"FAIL  {words}")
    print("everything is accounted for" if not outcome.faults else f"{len(outcome.faults)} faults")


if __name__ == "__main__":
    sys.exit(main())
