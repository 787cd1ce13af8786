"""`up` and `dev`."""

import argparse
import contextlib
import shutil
import subprocess
import sys
import time

from infra.local import environment, groups, guardian, postgres, setup, state
from infra.local.banner import text
from infra.local.checkout import Checkout
from infra.local.commands.down import stop
from infra.local.errors import LocalError
from infra.local.processes import app_programs
from infra.local.progress import Progress
from infra.local.services import services
from infra.local.stack import Stack
from infra.local.state import Running
from infra.local.supervisor import Supervisor

LOCK_WITHIN_SECONDS = 15.0  # a guardian may still be clearing up after a killed supervisor


def run(options: argparse.Namespace) -> int:
    fresh, detach = getattr(options, "fresh", False), getattr(options, "detach", False)
    environment.refuse_production()
    checkout = Checkout.current()
    running = _settled(checkout)
    if running and running.state == "up" and not fresh:
        print(text(environment.attach(checkout), running.status))
        return 0
    if fresh:
        stop(checkout)
        _wipe(checkout)
    return _detached(checkout) if detach else _supervise(checkout, reload=options.command == "dev")


def _settled(checkout: Checkout) -> Running | None:
    """What runs, once another terminal's start or stop is through."""
    while (running := state.read(checkout)) and running.state != "up":
        time.sleep(0.2)
    return running


def _supervise(checkout: Checkout, *, reload: bool) -> int:
    deadline = time.monotonic() + LOCK_WITHIN_SECONDS
    while True:
        with state.lock(checkout) as mine:
            if mine:
                _run(checkout, reload=reload)
                return 0
        if time.monotonic() > deadline:
            raise LocalError("Another ./haat is starting or stopping this checkout. Try ./haat down, then again.")
        time.sleep(0.2)


def _run(checkout: Checkout, *, reload: bool) -> None:
    progress = Progress()
    for name in groups.end_recorded(checkout.run):
        progress.line(f"· ended {name}, left over from an earlier start")
    guardian.watch(checkout.run)
    setting = environment.start(checkout)
    programs = [*services(setting), *app_programs(setting)]
    stack = Stack(checkout, setting.ports, setup.all_steps(setting), programs, progress)
    supervisor = Supervisor(setting, stack, progress)
    with contextlib.ExitStack() as resources:
        if reload:
            from infra.local.reload import Reloader

            supervisor.on_tick = resources.enter_context(Reloader(setting, stack, progress)).tick
        supervisor.run()


def _wipe(checkout: Checkout) -> None:
    """Only the data folder of this checkout. The lock file stays: deleting it would let two starts in at once."""
    if checkout.home.exists() and not (checkout.home / "run").is_dir():
        raise LocalError(f"{checkout.home} does not look like a data folder of Haat, so it is not deleted.")
    postgres.wipe(checkout)
    for entry in checkout.home.iterdir() if checkout.home.exists() else []:
        if entry.name == "run":
            continue
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _detached(checkout: Checkout) -> int:
    """The same start in a session of its own; its lines are shown until it is up."""
    checkout.prepare()
    log = checkout.logs / "up.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "infra.local", "up"]
        child = subprocess.Popen(command, cwd=checkout.root, stdin=subprocess.DEVNULL, stdout=output,
                                 stderr=subprocess.STDOUT, start_new_session=True)  # fmt: skip
    with log.open(encoding="utf-8", errors="replace") as lines:
        try:
            while True:
                running, code = state.read(checkout), child.poll()
                is_up = running is not None and running.supervisor == child.pid and running.state == "up"
                time.sleep(0.1)  # what was written just before is shown, too
                _show(lines.read())
                if is_up or code is not None:
                    return 0 if is_up else code or 1
        except KeyboardInterrupt:
            child.terminate()
            raise


def _show(text_read: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(text_read)
        sys.stdout.flush()
