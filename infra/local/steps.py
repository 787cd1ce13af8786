"""Setup steps: what must be done before processes start, each as soon as what it needs is done."""

import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from infra.local import groups, stamps
from infra.local.accounts import Account, owned_by
from infra.local.errors import LocalError
from infra.local.files import tail
from infra.local.progress import Progress

LOG_LINES_SHOWN = 30


@dataclass
class Step:
    """Commands run one after the other. With a stamp, the step is skipped while `fingerprint()` stays the same."""

    name: str
    title: str
    log: Path
    commands: Callable[[], Sequence[tuple[list[str], str]]]
    cwd: Path
    environ: Mapping[str, str]
    needs: tuple[str, ...] = ()
    stamp: Path | None = None
    fingerprint: Callable[[], str] = lambda: ""
    advice: str = ""
    account: Account | None = None
    output: Path | None = None  # standard output is kept here when the step succeeds
    _queue: list[tuple[list[str], str]] = field(default_factory=list)
    _process: subprocess.Popen[bytes] | None = None
    _value: str = ""

    def begin(self) -> bool:
        """Starts the step; False when there is nothing to do."""
        if self.stamp:
            self._value = self.fingerprint()
            if stamps.is_current(self.stamp, self._value) and (self.output is None or self.output.exists()):
                return False
        self._queue = list(self.commands())
        if self._queue:
            self._next()
        return self._process is not None

    def _next(self) -> None:
        argv, text = self._queue.pop(0)
        out = self.output.with_suffix(".new") if self.output else self.log
        with self.log.open("ab") as log, out.open("wb" if self.output else "ab") as kept:
            log.write(f"$ {shlex.join(argv)}\n".encode())
            log.flush()
            try:
                self._process = self._spawn(argv, kept, log, has_input=bool(text))
            except OSError as error:
                raise LocalError(f"{self.title}: it could not be started: {error}") from error
        if text and self._process.stdin:
            self._process.stdin.write(text.encode())
            self._process.stdin.close()

    def _spawn(self, argv: list[str], kept: IO[bytes], log: IO[bytes], *, has_input: bool) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            argv,
            cwd=self.cwd,
            env=dict(self.environ),
            stdin=subprocess.PIPE if has_input else subprocess.DEVNULL,
            stdout=kept,
            stderr=log,
            start_new_session=True,
            **owned_by(self.account),
        )

    def is_done(self, run: Path) -> bool:
        """Raises LocalError with the end of the log when a command failed."""
        if self._process is None:
            return True
        groups.record(run, f"step-{self.name}", self._process.pid, 15)
        code = self._process.poll()
        if code is None:
            return False
        groups.forget(run, f"step-{self.name}")
        if code != 0:
            shown = "\n".join(f"    {line}" for line in tail(self.log, LOG_LINES_SHOWN))
            raise LocalError(f"{self.title}: it failed.\n{shown}\n{self.advice or f'The whole log: {self.log}'}")
        if self._queue:
            self._next()
            return False
        self._keep()
        return True

    def _keep(self) -> None:
        if self.output:
            self.output.with_suffix(".new").replace(self.output)
        if self.stamp:
            stamps.set_stamp(self.stamp, self._value)

    def stop(self, run: Path) -> None:
        if self._process and self._process.poll() is None:
            groups.end(self._process.pid, 15, grace=3)
            self._process.wait()
        groups.forget(run, f"step-{self.name}")


class Schedule:
    """Runs steps side by side as their needs allow. `meet` tells it of things done elsewhere (a service is ready)."""

    def __init__(self, steps: Sequence[Step], run: Path, progress: Progress) -> None:
        self.waiting = list(steps)
        self.active: list[Step] = []
        self.met: set[str] = set()
        self.worked = False  # whether any step had something to do
        self.run, self.progress = run, progress

    def meet(self, name: str) -> None:
        self.met.add(name)

    def tick(self) -> bool:
        """True when every step is done."""
        for step in [step for step in self.waiting if self.met.issuperset(step.needs)]:
            self.waiting.remove(step)
            if step.begin():
                self.worked = True
                self.progress.begin(step.title)
                self.active.append(step)
            else:
                self.met.add(step.name)
        for step in list(self.active):
            try:
                done = step.is_done(self.run)
            except LocalError:
                self.progress.fail(step.title)
                raise
            if done:
                self.active.remove(step)
                self.met.add(step.name)
                self.progress.finish(step.title)
        return not self.waiting and not self.active

    def stop(self) -> None:
        for step in self.active:
            step.stop(self.run)
