"""The machine: Python, packages, disk, memory, browser, Node."""

import os
import platform
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from infra.local import accounts, chromium, node, postgres
from infra.local.checkout import Checkout
from infra.local.diagnosis.finding import Finding, Level
from infra.local.errors import LocalError

DISK_BYTES_MIN = 2_000_000_000
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - it is measured, nothing is written there
SHARED_MEMORY_BYTES_MIN = 64_000_000


def findings(checkout: Checkout) -> Iterator[Finding]:
    yield Finding("ok", "Python", f"{platform.python_version()} at {sys.executable}")
    yield _installed(checkout)
    yield _account(checkout)
    yield _disk(checkout)
    yield from _shared_memory()
    yield _node()
    found = chromium.find()
    yield Finding("ok", "Chromium", found) if found else Finding("warn", "Chromium", "not found", chromium.advice())
    yield _names()


def _installed(checkout: Checkout) -> Finding:
    if (checkout.root / ".venv").is_symlink():
        return Finding("warn", ".venv", "is a link and used as it is", "Remove the link to get one of this checkout.")
    stamp = checkout.root / ".venv" / ".haat-installed"
    lock = stamp.read_text().split()[0] if stamp.exists() else None
    if lock is None:
        return Finding("fail", ".venv", "was not made by ./haat", "Remove .venv and run any ./haat command.")
    return Finding("ok", ".venv", f"in step with {lock}")  # ./haat looked before it called us


def _account(checkout: Checkout) -> Finding:
    try:
        account = accounts.for_database(checkout.root)
    except LocalError as error:
        return Finding("fail", "account of PostgreSQL", "none", str(error))
    where = f"{account.name if account else 'yours'}, data in {postgres.locate(checkout).home}"
    return Finding("ok", "account of PostgreSQL", where)


def _disk(checkout: Checkout) -> Finding:
    folder = checkout.home if checkout.home.exists() else checkout.root
    free = shutil.disk_usage(folder).free
    level: Level = "ok" if free >= DISK_BYTES_MIN else "fail"
    return Finding(level, "disk", f"{free / 1e9:.1f} GB free", "Free at least 2 GB where the checkout lies.")


def _shared_memory() -> Iterator[Finding]:
    if SHARED_MEMORY.is_dir():
        size = shutil.disk_usage(SHARED_MEMORY).total
        level: Level = "ok" if size >= SHARED_MEMORY_BYTES_MIN else "warn"
        mend = "Chromium may crash in tests; give the container more (docker run --shm-size=256m)."
        yield Finding(level, str(SHARED_MEMORY), f"{size / 1e6:.0f} MB", mend)


def _node() -> Finding:
    try:
        done = subprocess.run([node.node(), "--version"], capture_output=True, text=True, timeout=20, check=True)
    except (LocalError, OSError, subprocess.SubprocessError) as error:
        return Finding("fail", "Node", f"does not run ({error})", "Remove .venv and run ./haat again.")
    return Finding("ok", "Node", f"{done.stdout.strip()} (from its wheel)")


def _names() -> Finding:
    name = f"brand.{os.environ.get('HAAT_PLATFORM_DOMAIN', 'haat.localhost')}"
    try:
        address = socket.gethostbyname(name)
    except OSError:
        mend = "Chromium, Firefox and Edge find *.localhost by themselves. For curl and Safari add names to /etc/hosts."
        return Finding("warn", "names", f"{name} is unknown to this system", mend)
    return Finding("ok", "names", f"{name} is {address}")
