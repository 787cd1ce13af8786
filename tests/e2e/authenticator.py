"""Authenticator apps of the demo's staff: their keys are in the inbox, so that every test of a stack can use them."""

from __future__ import annotations

from typing import Any

import requests

from tests.e2e.driver import TIMEOUT_SECONDS, until

SECONDS_LEFT_MIN = 4  # enough to type a code before it changes
_taken: dict[str, str] = {}  # each code works once, also for the next test


def keep(status: dict[str, Any], identifier: str, secret: str) -> None:
    form = {"key": secret, "label": identifier}
    requests.post(f"{status['inbox']}/authenticator", form, timeout=TIMEOUT_SECONDS).raise_for_status()


def code(status: dict[str, Any], identifier: str) -> str:
    """A code that nobody has used, waited for if need be."""
    found = str(until(lambda: _unused(status, identifier), f"a new code of {identifier}'s app"))
    _taken[identifier] = found
    return found


def _unused(status: dict[str, Any], identifier: str) -> str | None:
    answer = requests.get(f"{status['inbox']}/authenticator/codes", {"label": identifier}, timeout=TIMEOUT_SECONDS)
    rows = answer.json()["codes"]
    assert rows, f"nobody kept a key of {identifier}: another run enrolled this person on this stack"
    newest = rows[0]
    is_fresh = newest["code"] != _taken.get(identifier) and newest["seconds_left"] >= SECONDS_LEFT_MIN
    return str(newest["code"]) if is_fresh else None
