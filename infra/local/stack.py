"""Setup steps and processes brought up together: each begins as soon as what it needs is there."""

import time
from collections.abc import Callable, Sequence

from infra.local import groups
from infra.local.checkout import Checkout
from infra.local.child import Child
from infra.local.errors import LocalError
from infra.local.files import tail
from infra.local.ports import Ports
from infra.local.programs import Program
from infra.local.progress import Progress
from infra.local.steps import LOG_LINES_SHOWN, Schedule, Step

TICK_SECONDS = 0.05
FAILURES_MAX_AT_START = 2
READY_WITHIN_SECONDS = 120.0
SERVICES = ("postgres", "valkey")


class Stopped(Exception):  # noqa: N818 - a wish of the person at the keyboard, not an error
    """Ctrl-C or SIGTERM while coming up."""


class Stack:
    def __init__(
        self, checkout: Checkout, ports: Ports, steps: Sequence[Step], programs: Sequence[Program], progress: Progress
    ) -> None:
        self.children = [Child(program, checkout.run, ports) for program in programs]
        self.schedule = Schedule(steps, checkout.run, progress)
        self.progress = progress
        self._provide_what_is_given()

    def _provide_what_is_given(self) -> None:
        """A service that is not ours (DATABASE_URL, REDIS_URL) counts as ready; its users say when it is not."""
        ours = {child.name for child in self.children}
        for service in set(SERVICES) - ours:
            self.schedule.meet(service)

    def bring_up(self, should_stop: Callable[[], bool], changed: Callable[[], None]) -> None:
        """Returns when every step is done and every process ready; raises LocalError or Stopped."""
        begun: dict[str, float] = {}
        done = False
        while not (done and all(child.state == "running" for child in self.children)):
            if should_stop():
                raise Stopped
            done = self.schedule.tick()
            for child in self.children:
                self._advance(child, begun)
            self.progress.tick()
            changed()
            time.sleep(TICK_SECONDS)

    def _advance(self, child: Child, begun: dict[str, float]) -> None:
        title = f"starting {child.name}"
        if child.state == "stopped" and self.schedule.met.issuperset(child.program.needs):
            begun[child.name] = time.monotonic()
            self.progress.begin(title, announce=False)
            child.start()
            return
        event = child.tick()
        if child.state == "running" and child.name not in self.schedule.met:
            self.schedule.meet(child.name)
            self.progress.finish(title)
        elif event and child.failures > FAILURES_MAX_AT_START:
            raise LocalError(_why(child, f"{child.name} does not start: {event}"))
        elif child.state == "starting" and time.monotonic() - begun[child.name] > READY_WITHIN_SECONDS:
            raise LocalError(_why(child, f"{child.name} runs but does not answer after {READY_WITHIN_SECONDS:.0f} s."))

    def tick(self) -> list[str]:
        """Keeps processes running; sentences about what happened."""
        return [event for child in self.children if (event := child.tick())]

    def stop(self) -> None:
        """Processes first, all at once; then services, which the processes may still need while they end."""
        self.schedule.stop()
        for services in (False, True):
            batch = [child for child in self.children if (child.name in SERVICES) == services]
            for child in batch:
                child.ask_to_stop()
            deadline = time.monotonic() + groups.GRACE_SECONDS
            for child in batch:
                child.wait_stopped(deadline)


def _why(child: Child, sentence: str) -> str:
    shown = "\n".join(f"    {line}" for line in tail(child.program.log, LOG_LINES_SHOWN))
    return f"{sentence}\n{shown}\nThe whole log: {child.program.log} · ./haat doctor looks for the usual reasons."
