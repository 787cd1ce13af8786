"""One supervised process: starting, running, failed, started again with growing pauses."""

import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from infra.local import groups
from infra.local.ports import Ports
from infra.local.probes import log_says
from infra.local.programs import Program, spawn

PAUSE_FIRST_SECONDS = 1.0
PAUSE_MAX_SECONDS = 30.0
STEADY_AFTER_SECONDS = 60.0  # a process that ran this long starts again with the first pause

State = Literal["stopped", "starting", "running", "waiting"]


@dataclass
class Child:
    program: Program
    run: Path
    ports: Ports
    state: State = "stopped"
    failures: int = 0
    process: subprocess.Popen[bytes] | None = None
    _started_at: float = 0.0
    _log_before: int = 0  # bytes in the log when it was started
    _start_again_at: float = field(default=0.0)

    @property
    def name(self) -> str:
        return self.program.name

    @property
    def pid(self) -> int | None:
        return self.process.pid if self.process and self.state in {"starting", "running"} else None

    def start(self) -> None:
        for port in self.program.ports:
            self.ports.release(port)
        program = self.program
        self._log_before = program.log.stat().st_size if program.log.exists() else 0
        self.process = spawn(
            program.argv, cwd=program.cwd, environ=program.environ, log=program.log, account=program.account
        )
        groups.record(self.run, self.name, self.process.pid, program.stop_signal)
        self.state, self._started_at = "starting", time.monotonic()

    def tick(self) -> str | None:
        """One look at the process; returns a sentence when something happened that a person should know."""
        if self.state == "waiting" and time.monotonic() >= self._start_again_at:
            self.start()
        if self.process is None or self.state not in {"starting", "running"}:
            return None
        code = self.process.poll()
        if code is not None:
            return self._ended(code)
        if self.state == "starting" and self._is_ready():
            self.state = "running"
            return f"{self.name} runs again" if self.failures else None
        return None

    def _is_ready(self) -> bool:
        line = self.program.ready_line
        return self.program.ready() and (not line or log_says(self.program.log, line, self._log_before))

    def _ended(self, code: int) -> str:
        if self.process:
            groups.send(self.process.pid, signal.SIGKILL)  # what its death left of its group
        groups.forget(self.run, self.name)
        if time.monotonic() - self._started_at > STEADY_AFTER_SECONDS:
            self.failures = 0
        pause = min(PAUSE_FIRST_SECONDS * 2**self.failures, PAUSE_MAX_SECONDS)
        self.failures += 1
        self.state, self._start_again_at = "waiting", time.monotonic() + pause
        return f"{self.name} stopped ({describe(code)}), starting it again in {pause:g} s (log: {self.program.log})"

    def ask_to_stop(self) -> None:
        if self.process and self.state in {"starting", "running"}:
            groups.send(self.process.pid, self.program.stop_signal)

    def wait_stopped(self, deadline: float) -> None:
        """Waits until the deadline (monotonic), then ends the group by force. Reaps the process either way."""
        if self.process is None:
            return
        try:
            self.process.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            groups.send(self.process.pid, signal.SIGKILL)
            self.process.wait()
        groups.send(self.process.pid, signal.SIGKILL)
        groups.forget(self.run, self.name)
        self.state = "stopped"

    def start_again(self) -> None:
        """After `ask_to_stop` (a second request would make Celery hang): waits, and starts without a pause."""
        self.wait_stopped(time.monotonic() + groups.GRACE_SECONDS)
        self.failures = 0
        self.start()


def describe(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
