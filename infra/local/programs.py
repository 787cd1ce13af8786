"""What the supervisor needs to know of one process."""

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM

from infra.local.accounts import Account, owned_by


@dataclass(frozen=True)
class Program:
    name: str
    argv: list[str]
    cwd: Path
    environ: Mapping[str, str]
    log: Path
    ready: Callable[[], bool] = field(default=lambda: True)
    ready_line: str = ""  # for a process without a port: words it logs when it is ready
    stop_signal: int = SIGTERM
    account: Account | None = None
    ports: tuple[str, ...] = ()  # held until the moment it starts
    needs: tuple[str, ...] = ()  # setup steps and processes that must be done or ready before


def spawn(
    argv: list[str], *, cwd: Path, environ: Mapping[str, str], log: Path, account: Account | None = None
) -> subprocess.Popen[bytes]:
    """Starts a program in a process group of its own, so that Ctrl-C reaches only the supervisor and a group
    can be ended whole.
    """
    with log.open("ab") as output:
        return subprocess.Popen(
            argv,
            cwd=cwd,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **owned_by(account),
        )
