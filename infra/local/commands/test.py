"""`test`: everything that is tested, with services of its own."""

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

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
    with services_for_tests(progress, portals=("packages", "portals")) as setting:
        progress.clear()
        if words:
            return _pytest(setting, "tests", words).passed is False
        parts = _everything(setting, progress)
    print("\n" + "\n".join(_line(part) for part in parts))
    return 0 if all(part.passed for part in parts) else 1


def _everything(setting: Setting, progress: Progress) -> list[Part]:
    browser = chromium.find_or_install(progress, setting.checkout.logs / "chromium.log")
    workers = str(max(2, min(os.cpu_count() or 2, 4)))
    portals = _run("portals", node.npm("test"), node.environ(setting.environ), setting.checkout.portals)
    suite = _pytest(setting, "suite", ["-q", "-n", workers, "-m", "not e2e and not slow"])
    if browser:
        setting.environ["CHROMIUM_PATH"] = browser
        whole = _pytest(setting, "end to end", ["-q", "-m", "e2e or slow"])
    else:
        whole = _pytest(setting, "end to end", ["-q", "-m", "slow and not e2e"])
        whole = Part(whole.name, whole.passed, whole.seconds, f"without a browser: {chromium.advice()}")
    return [portals, suite, whole]


def _pytest(setting: Setting, name: str, words: list[str]) -> Part:
    return _run(name, [sys.executable, "-m", "pytest", *words], setting.environ, setting.checkout.root)


def _run(name: str, command: list[str], environ: dict[str, str], cwd: Path) -> Part:
    print(f"\n── {name} " + "─" * (70 - len(name)), flush=True)
    begun = time.monotonic()
    code = subprocess.run(command, cwd=cwd, env=environ, check=False).returncode
    passed = code == 0 or (code == NO_TESTS and name == "end to end")
    return Part(name, passed, time.monotonic() - begun, "" if code != NO_TESTS else "no tests")


def _line(part: Part) -> str:
    mark = "✓" if part.passed else "✗"
    return f"{mark} {part.name:<14}{part.seconds:>7.1f} s  {part.note or ('' if part.passed else 'failed')}"
