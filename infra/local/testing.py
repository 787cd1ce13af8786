"""A whole stack for tests that need one: `./haat up --detach` in a folder of its own, ended with the test."""

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from infra.local import environment, postgres
from infra.local.checkout import ROOT, Checkout


def outside_environment() -> dict[str, str]:
    """The environment without what `./haat test` sets for the suite: the stack chooses its own database and ports."""
    own = {*environment.names(), "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in own}


def haat(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One `./haat` command against the stack in `home`."""
    environ = {**outside_environment(), "HAAT_HOME": str(home)}
    return subprocess.run([ROOT / "haat", *words], env=environ, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def running_stack(home: Path) -> Iterator[dict[str, Any]]:
    """Yields what `status --json` says. Raises AssertionError with the output when the stack does not come up."""
    started = haat(home, "up", "--detach")
    try:
        if started.returncode != 0:
            raise AssertionError(f"./haat up failed:\n{started.stdout}\n{started.stderr}")
        yield status(home)
    finally:
        haat(home, "down")
        postgres.wipe(Checkout(ROOT, home))  # it may lie outside the home, see postgres.locate


def status(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(haat(home, "status", "--json").stdout)
    return found
