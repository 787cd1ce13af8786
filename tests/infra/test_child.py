import os
import signal

from infra.local import child as child_module
from infra.local import groups
from tests.infra.waiting import is_alive, wait_until

SLEEP = "import time; time.sleep(60)"
FAIL = "raise SystemExit(7)"


def test_a_process_runs_when_its_probe_says_so(stand_in):
    ready = []
    child = stand_in(SLEEP, ready=lambda: bool(ready))
    child.start()
    assert child.tick() is None
    assert child.state == "starting"
    ready.append(True)
    child.tick()
    assert child.state == "running"


def test_a_killed_process_is_named_and_started_again(stand_in, monkeypatch):
    monkeypatch.setattr(child_module, "PAUSE_FIRST_SECONDS", 0.05)
    child = stand_in(SLEEP, name="worker")
    child.start()
    child.tick()
    first = child.pid
    os.kill(first, signal.SIGKILL)
    child.process.wait()
    assert child.tick().startswith("worker stopped (signal 9), starting it again in 0.05 s")
    assert child.pid is None
    wait_until(lambda: child.tick() == "worker runs again")
    assert child.pid not in (None, first)


def test_pauses_grow_and_stop_growing(stand_in, monkeypatch):
    monkeypatch.setattr(child_module, "PAUSE_FIRST_SECONDS", 0.01)
    monkeypatch.setattr(child_module, "PAUSE_MAX_SECONDS", 0.03)
    child = stand_in(FAIL, ready=lambda: False)
    child.start()
    pauses = []
    while len(pauses) < 4:
        event = child.tick()
        if event:
            assert "exit code 7" in event
            pauses.append(event.partition("again in ")[2].split()[0])
    assert pauses == ["0.01", "0.02", "0.03", "0.03"]


def test_a_process_that_ignores_the_request_is_ended_by_force(stand_in):
    code = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
    )
    child = stand_in(code)
    child.start()
    wait_until(lambda: "deaf" in child.program.log.read_text())
    pid = child.process.pid
    child.ask_to_stop()
    child.wait_stopped(deadline=0)
    assert not is_alive(pid)
    assert child.state == "stopped"
    assert not (child.run / "web.pid").exists()


def test_children_of_a_killed_process_end_with_it(stand_in):
    code = (
        f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', '{SLEEP}']).pid, flush=True); {SLEEP}"
    )
    child = stand_in(code)
    child.start()
    wait_until(lambda: child.program.log.read_text().strip())
    grandchild = int(child.program.log.read_text())
    os.kill(child.process.pid, signal.SIGKILL)
    child.process.wait()
    child.tick()
    wait_until(lambda: not is_alive(grandchild))


def test_what_an_earlier_start_left_is_ended_and_strangers_are_not(stand_in, checkout):
    left, stranger = stand_in(SLEEP, name="web"), stand_in(SLEEP, name="relay")
    left.start()
    stranger.start()
    entry = checkout.run / "relay.pid"
    entry.write_text(entry.read_text().replace('"started": ', '"started": 9'))  # the number was given to another since
    assert groups.end_recorded(checkout.run) == ["web"]
    assert left.process.wait(timeout=5) == -signal.SIGTERM
    assert is_alive(stranger.process.pid)
