"""`test`: everything that is tested, with services of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from infra.local import chromium, node
from infra.local.environment import Setting
from infra.local.progress import Progress
from infra.local.scratch import services_for_tests

NO_TESTS = 5  # pytest's exit code when it collected nothing
HELP = """usage: ./haat test [pytest arguments]

Without arguments: the suite (in parallel), the end-to-end tests (in Chromium) and the portals' tests.
With arguments only pytest runs, with them: ./haat test tests/ledger -k refund"""


@dataclass(frozen=True)
class Part:
    name: str
    passed: bool
    seconds: float
    note: str = ""


def run(options: argparse.Namespace) -> int:
    words: list[str] = options.words
    if words in (["--help"], ["-h"]):
        print(HELP)
        return 0
    progress = Progress()
    with services_for_tests(progress, portals=("packages", "portals"), lasting=False) as setting:
        progress.clear()
        if words:
            return _pytest(setting, "tests", words).passed is False
        parts = _everything(setting, progress)
    print("\n" + "\n".join(_line(part) for part in parts))
    return 0 if all(part.passed for part in parts) else 1


def _everything(setting: Setting, progress: Progress) -> list[Part]:
    """The end-to-end tests wait for browsers and restarts half of their time, so the rest runs beside them."""
    browser = chromium.find_or_install(progress, setting.checkout.logs / "chromium.log")
    workers = str(max(2, min(os.cpu_count() or 2, 4)))
    whole = setting.environ | ({"CHROMIUM_PATH": browser} if browser else {})
    which = "e2e or slow" if browser else "slow and not e2e"
    with tempfile.TemporaryFile("w+") as told:
        beside = Running.begin(
            "end to end", _pytest_words("-q", "tests/e2e", "-m", which), whole, setting.checkout.root, told
        )
        try:
            portals = _run("portals", node.npm("test"), node.environ(setting.environ), setting.checkout.portals)
            suite = _pytest(setting, "suite", ["-q", "-n", workers, "--ignore=tests/e2e"])
        except BaseException:  # Ctrl-C: nothing is left running
            beside.process.terminate()
            raise
        finally:
            ended = beside.wait()
        _headline("end to end")
        told.seek(0)
        print(told.read(), flush=True)
    return [portals, suite, ended if browser else replace(ended, note=f"without a browser: {chromium.advice()}")]


@dataclass(frozen=True)
class Running:
    """A part that runs beside others; what it says is kept in a file until it is its turn."""

    name: str
    process: subprocess.Popen[bytes]
    begun: float

    @classmethod
    def begin(cls, name: str, command: list[str], environ: dict[str, str], cwd: Path, told: IO[str]) -> Running:
        process = subprocess.Popen(command, cwd=cwd, env=environ, stdout=told, stderr=subprocess.STDOUT)
        return cls(name, process, time.monotonic())

    def wait(self) -> Part:
        return _part(self.name, self.process.wait(), self.begun)


def _pytest_words(*words: str) -> list[str]:
    return [sys.executable, "-m", "pytest", *words]


def _pytest(setting: Setting, name: str, words: list[str]) -> Part:
    plain = setting.environ | {
        "HAAT_PUBLIC_PORT": "8000"
    }  # tests name addresses, also where another stack has that port
    return _run(name, _pytest_words(*words), plain, setting.checkout.root)


def _run(name: str, command: list[str], environ: dict[str, str], cwd: Path) -> Part:
    _headline(name)
    begun = time.monotonic()
    return _part(name, subprocess.run(command, cwd=cwd, env=environ, check=False).returncode, begun)


def _headline(name: str) -> None:
    print(f"\n── {name} " + "─" * (70 - len(name)), flush=True)


def _part(name: str, code: int, begun: float) -> Part:
    passed = code == 0 or (code == NO_TESTS and name == "end to end")
    return Part(name, passed, time.monotonic() - begun, "" if code != NO_TESTS else "no tests")


def _line(part: Part) -> str:
    mark = "✓" if part.passed else "✗"
    return f"{mark} {part.name:<14}{part.seconds:>7.1f} s  {part.note or ('' if part.passed else 'failed')}"
