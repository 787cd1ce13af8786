"""Process groups on record: what was started can be ended, whoever started it and however that one died."""

import contextlib
import os
import signal
import time
from pathlib import Path

import psutil

from infra.local.files import read_json, write_json

GRACE_SECONDS = 8.0
SUPERVISOR = "supervisor"


def record(run: Path, name: str, pid: int, stop_signal: int) -> None:
    """The start time tells this process from a later one with the same number."""
    with contextlib.suppress(psutil.Error):
        started = psutil.Process(pid).create_time()
        write_json(run / f"{name}.pid", {"pid": pid, "started": started, "stop_signal": stop_signal})


def forget(run: Path, name: str) -> None:
    (run / f"{name}.pid").unlink(missing_ok=True)


def is_same(pid: int, started: float) -> bool:
    try:
        process = psutil.Process(pid)
        return abs(process.create_time() - started) < 2 and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def is_same_supervisor(run: Path, pid: int) -> bool:
    entry = read_json(run / f"{SUPERVISOR}.pid")
    return bool(entry) and entry["pid"] == pid and is_same(pid, entry["started"])


def send(group: int, number: int) -> bool:
    """False when nobody of the group is left."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    except PermissionError:  # macOS answers so for a group of zombies
        return False
    return True


def recorded(run: Path) -> dict[str, dict[str, float]]:
    """Processes on record, by name; `services` (they stop last) sorted to the end."""
    kept = [file for file in run.glob("*.pid") if file.stem != SUPERVISOR]
    files = sorted(kept, key=lambda file: (file.stem in {"postgres", "valkey"}, file.stem))
    entries = {file.stem: read_json(file) for file in files}
    return {name: entry for name, entry in entries.items() if entry}


def end_recorded(run: Path) -> list[str]:
    """Ends whatever is still running of an earlier start; returns the names of what was found alive."""
    found = []
    for name, entry in recorded(run).items():
        pid = int(entry["pid"])
        if is_same(pid, entry["started"]) or _has_orphans(pid, entry["started"]):
            found.append(name)
            end(pid, int(entry["stop_signal"]))
        forget(run, name)
    return found


def _has_orphans(group: int, started: float) -> bool:
    """A leader that died may leave its group behind; its number is not reused while the group exists."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == group and process.create_time() >= started - 2:
                return True
    return False


def _is_zombie(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def end(group: int, stop_signal: int, *, grace: float = GRACE_SECONDS) -> None:
    """Asks a group that is not ours (or no longer) to stop, and insists after the grace."""
    send(group, stop_signal)
    deadline = time.monotonic() + grace
    while time.monotonic() < deadline:
        if not send(group, 0):
            return
        if _is_zombie(group):  # a child of ours that waits to be reaped: its group has no leader any more
            break
        time.sleep(0.05)
    send(group, signal.SIGKILL)
