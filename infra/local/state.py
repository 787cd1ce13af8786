"""What runs, as one file that is replaced whole; and the lock that says whether somebody holds it true."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from infra.local import groups
from infra.local.checkout import Checkout
from infra.local.environment import Setting
from infra.local.files import read_json, write_json


@dataclass(frozen=True)
class Running:
    supervisor: int
    state: str
    status: dict[str, Any]


def describe(setting: Setting, state: str, processes: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer of `status --json`."""
    brands = read_json(setting.checkout.brands_file) or {}
    return {
        "state": state,
        "platform": {"host": setting.platform, "url": setting.url(setting.platform)},
        "brands": brands.get("brands", []),
        "logins": brands.get("logins", []),
        "inbox": setting.environ["HAAT_INBOX_URL"],
        "simulator": setting.environ["RAZORPAY_BASE_URL"],
        "processes": processes,
    }


def publish(checkout: Checkout, status: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # a wiped data folder must not end the supervisor
        write_json(checkout.run / "state.json", {"supervisor": os.getpid(), "status": status})


def read(checkout: Checkout) -> Running | None:
    """None when nothing runs: the lock is free, or the holder is only clearing up after a killed supervisor."""
    stored = read_json(checkout.run / "state.json")
    if not stored or not is_locked(checkout) or not groups.is_same_supervisor(checkout.run, stored["supervisor"]):
        return None
    return Running(stored["supervisor"], stored["status"]["state"], stored["status"])


@contextlib.contextmanager
def lock(checkout: Checkout) -> Iterator[bool]:
    """True while we are the only one who starts or stops things here; False when another one is.

    The guardian inherits the lock, so it stays held until nothing is left of a killed supervisor.
    """
    checkout.run.mkdir(parents=True, exist_ok=True)
    with (checkout.run / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def is_locked(checkout: Checkout) -> bool:
    if not (checkout.run / "lock").exists():
        return False
    with lock(checkout) as mine:
        return not mine
