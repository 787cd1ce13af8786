"""`dev`: what changed is built again and what uses it starts again."""

import queue
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from watchfiles import DefaultFilter, watch

from infra.local import setup
from infra.local.environment import Setting
from infra.local.errors import LocalError
from infra.local.progress import Progress
from infra.local.stack import Stack
from infra.local.stamps import SKIPPED_FOLDERS
from infra.local.steps import Schedule

USES_CODE = ("web", "worker", "relay")
FOLDERS = ("backend", "portals", "tenants")


class Sources(DefaultFilter):
    ignore_dirs = (*DefaultFilter.ignore_dirs, *SKIPPED_FOLDERS)


class Reloader:
    def __init__(self, setting: Setting, stack: Stack, progress: Progress) -> None:
        self.setting, self.stack, self.progress = setting, stack, progress
        self._changes: queue.Queue[set[str]] = queue.Queue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._rebuild: Schedule | None = None
        self._users: tuple[str, ...] = ()  # who starts again when the rebuild had something to do

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        if self._rebuild:
            self._rebuild.stop()
        self._thread.join(timeout=2)

    def _watch(self) -> None:
        root = self.setting.checkout.root
        # the folders inside, not the whole: node_modules has links back to them, and a change would be seen there only
        inside = [entry for name in FOLDERS for entry in (root / name).glob("*")]
        folders = [entry for entry in inside if entry.is_dir() and entry.name not in SKIPPED_FOLDERS]
        for changes in watch(*folders, watch_filter=Sources(), stop_event=self._stop):
            self._changes.put({Path(path).relative_to(root).parts[0] for _, path in changes})

    def tick(self) -> None:
        """Called by the supervisor, whose thread starts and stops every process."""
        if self._rebuild:
            self._go_on(self._rebuild)
        elif not self._changes.empty():
            self._begin(self._changes.get())

    def _begin(self, changed: set[str]) -> None:
        self.progress.line(f"· changed: {', '.join(sorted(changed))}")
        self._users = USES_CODE if "backend" in changed else ("web",)
        if "backend" in changed:
            self._restart()
        wanted = {"packages", "database", "portals", "static"} | ({"brands"} if "tenants" in changed else set())
        steps = [step for step in setup.all_steps(self.setting) if step.name in wanted]
        self._rebuild = Schedule(steps, self.setting.checkout.run, self.progress)
        for service in ("postgres", "valkey"):
            self._rebuild.meet(service)

    def _go_on(self, rebuild: Schedule) -> None:
        try:
            if not rebuild.tick():
                return
        except LocalError as error:
            self.progress.line(str(error))
        self._rebuild = None
        if rebuild.worked:
            self._restart()

    def _restart(self) -> None:
        """All are asked before any is waited for."""
        users = [child for child in self.stack.children if child.name in self._users]
        for child in users:
            child.ask_to_stop()
        for child in users:
            child.start_again()
        self.progress.line(f"· started again: {', '.join(self._users)}")
