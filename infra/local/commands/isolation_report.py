"""`isolation-report`: tries to get from one brand into another, and writes down what happened as a page and as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from infra.local.checkout import ROOT, Checkout
from infra.local.isolation import page
from infra.local.isolation.counts import Counts
from infra.local.progress import Progress
from infra.local.scratch import services_for_tests

if TYPE_CHECKING:
    import argparse

    from infra.local.environment import Setting

TESTS = ("matrix", "crawl", "wall", "threads", "hosts", "credentials", "brandless", "browser", "mass_assignment")


def run(options: argparse.Namespace) -> int:
    """0 when nothing got through, 1 otherwise; the page is written either way."""
    target = _target(options.output)
    progress, begun = Progress(), time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        services_for_tests(progress, portals=("packages", "portals"), lasting=False) as setting,
    ):
        progress.clear()
        file = Path(folder) / "counts.json"
        _try(setting, file)
        counts = Counts.read(file)
    at = datetime.now(UTC)
    seconds = time.monotonic() - begun
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page.render(counts, at=at, version=version(), seconds=seconds), encoding="utf-8")
    found = {
        "made_at": at.isoformat(),
        "version": version(),
        "passed": counts.passed,
        **counts.summary(),
        "tables": counts.tables,
    }
    target.with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"\n{_sentence(counts)}\n{target}\n{target.with_suffix('.json')}")
    return 0 if counts.passed else 1


def _try(setting: Setting, file: Path) -> None:
    files = [f"tests/isolation/test_{name}.py" for name in TESTS]
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", *files]
    subprocess.run(command, cwd=ROOT, env={**setting.environ, "HAAT_ISOLATION_COUNTS": str(file)}, check=False)


def _sentence(counts: Counts) -> str:
    found = counts.summary()
    if not counts.tests:
        return "Nothing was tried: the lines above say why."
    verdict = (
        "Nothing got through."
        if counts.passed
        else f"{found['failed']} of {found['tests']} tests failed, {found['leaks']} leaks."
    )
    return (
        f"{verdict} {found['routes']} routes × {found['kinds_of_people']} kinds of people, {found['requests']} requests, {found['foreign_ids']} with foreign ids, "
        f"{found['wall_refused']} of {found['wall_statements']} statements refused, {found['places_searched']} places searched."
    )


def _target(given: str | None) -> Path:
    """Where the caller stands, for a relative path."""
    if given is None:
        return Checkout.current().home / "isolation-report.html"
    return Path(os.environ.get("HAAT_CALLER_DIR", ".")) / given


def version() -> str:
    """The project's version, and the commit where there is one."""
    number = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    command = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{number} · {done.stdout.strip()}" if done.returncode == 0 else str(number)
