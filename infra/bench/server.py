"""The web process under measurement, and the processor time of it and of its database."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from infra.local.probes import http_ok

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BACKEND = Path(__file__).resolve().parents[2] / "backend"
READY_SECONDS = 60


@contextlib.contextmanager
def web(port: int, log: Path) -> Iterator[psutil.Process]:
    """Granian as it is run, with pooled connections."""
    argv = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    argv += ["--workers", "1", "--blocking-threads", "8", "--no-ws", "config.wsgi:application"]
    ready = http_ok(port, "/healthz", host=f"haat.localhost:{port}")
    with running(argv, log, ready, cwd=BACKEND, environ={"HAAT_DB_POOL": "true", "HAAT_LOG_LEVEL": "ERROR"}) as process:
        yield process


@contextlib.contextmanager
def running(
    argv: list[str], log: Path, ready: Callable[[], bool], *, cwd: Path = BACKEND.parent, environ: Any = None
) -> Iterator[psutil.Process]:
    """A process that is there from the first answer of `ready` until the end of the block."""
    with log.open("wb") as output:
        child = subprocess.Popen(
            argv, cwd=cwd, env=os.environ | (environ or {}), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        until = time.monotonic() + READY_SECONDS
        while not ready():
            if child.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{argv[2]} did not come up:\n{log.read_text()[-2000:]}")
            time.sleep(0.1)
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        child.wait(20)


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
    return port


class Meter:
    """Processor seconds of process trees since the last reading."""

    def __init__(self, *roots: psutil.Process) -> None:
        self.roots, self._before = roots, dict[int, float]()
        self.read()

    def read(self) -> list[float]:
        """One number a root. A process that ended in between is not in it; pooled connections do not end."""
        used, now = [], dict[int, float]()
        for root in self.roots:
            total = 0.0
            for process in [root, *root.children(recursive=True)]:
                with contextlib.suppress(psutil.Error):
                    times = process.cpu_times()
                    now[process.pid] = times.user + times.system
                    total += now[process.pid] - self._before.get(process.pid, 0.0)
            used.append(total)
        self._before = now
        return used


def database() -> psutil.Process:
    """The postmaster behind DATABASE_URL, which must be on this machine."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    return psutil.Process(backend.ppid())
