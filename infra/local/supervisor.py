"""Brings everything up, keeps it up, and takes it down again."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from infra.local import banner, groups, state
from infra.local.environment import Setting
from infra.local.progress import Progress
from infra.local.stack import Stack, Stopped

WATCH_SECONDS = 0.2


class Supervisor:
    def __init__(self, setting: Setting, stack: Stack, progress: Progress) -> None:
        self.setting, self.stack, self.progress = setting, stack, progress
        self.phase = "starting"
        self.on_tick: Callable[[], None] = lambda: None
        self._stopping = False
        self._published: object = None

    def run(self) -> None:
        """Blocks until told to stop. The caller holds the lock."""
        run = self.setting.checkout.run
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask)
        groups.record(run, groups.SUPERVISOR, os.getpid(), signal.SIGTERM)
        try:
            with contextlib.suppress(Stopped):
                self.stack.bring_up(lambda: self._stopping, self._publish)
                self.phase = "up"
                self._publish()
                self.progress.clear()
                self.progress.line(banner.text(self.setting, self._status()))
                self._keep_up()
        finally:
            self._stop()
            groups.forget(run, groups.SUPERVISOR)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _keep_up(self) -> None:
        while not self._stopping:
            for event in self.stack.tick():
                self.progress.line(f"{time.strftime('%H:%M:%S')} {event}")
            self.on_tick()
            self._publish()
            time.sleep(WATCH_SECONDS)

    def _stop(self) -> None:
        self.progress.clear()
        self.progress.line("Stopping …")
        self.phase = "stopping"
        self._publish()
        self.stack.stop()
        self.phase = "down"
        self._publish()

    def _status(self) -> dict[str, Any]:
        return state.describe(self.setting, self.phase, self._processes())

    def _processes(self) -> list[dict[str, Any]]:
        return [{"name": child.name, "pid": child.pid, "state": child.state} for child in self.stack.children]

    def _publish(self) -> None:
        now = (self.phase, self._processes())
        if now != self._published:
            self._published = now
            state.publish(self.setting.checkout, self._status())
