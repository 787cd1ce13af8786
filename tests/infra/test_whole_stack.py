"""The real thing: `./haat up --detach` in a folder of its own, processes killed, started again."""

import os
import signal
import time

import psutil
import pytest

from infra.local.probes import http_ok
from infra.local.testing import haat, running_stack, status
from tests.infra.waiting import is_alive, wait_until

pytestmark = pytest.mark.slow

PROCESSES = ["inbox", "postgres", "relay", "simulator", "valkey", "web", "worker"]
SECOND_START_SECONDS_MAX = 12.0  # 5 s on an idle machine; the suite may share it with others


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stack") / "home"
    with running_stack(folder):
        yield folder


def pids(home):
    return {process["name"]: process["pid"] for process in status(home)["processes"]}


def answers(found):
    host = found["platform"]["host"]
    port = int(found["platform"]["url"].rpartition(":")[2])
    return http_ok(port, "/healthz", host=f"{host}:{port}")()


def test_everything_is_up_and_answers(home):
    found = status(home)
    assert found["state"] == "up"
    assert sorted(process["name"] for process in found["processes"]) == PROCESSES
    assert {process["state"] for process in found["processes"]} == {"running"}
    assert all(is_alive(process["pid"]) for process in found["processes"])
    assert answers(found)


def test_a_second_up_shows_what_runs_and_starts_nothing(home):
    before = pids(home)
    again = haat(home, "up")
    assert again.returncode == 0
    assert "Haat is up." in again.stdout
    assert pids(home) == before


@pytest.mark.parametrize("names", [("web", "worker", "relay", "simulator"), ("valkey", "postgres")])
def test_killed_processes_come_back(home, names):
    before = pids(home)
    for name in names:
        os.kill(before[name], signal.SIGKILL)
    wait_until(lambda: all(pids(home)[name] not in (before[name], None) for name in names), seconds=20)
    wait_until(lambda: {one["state"] for one in status(home)["processes"]} == {"running"}, seconds=40)
    wait_until(lambda: answers(status(home)), seconds=20)
    log = (home / "logs" / "up.log").read_text()
    assert all(f"{name} stopped (signal 9), starting it again" in log for name in names)


def test_a_second_checkout_stands_beside_it_and_leaves_nothing_when_killed(home, tmp_path):
    other = tmp_path / "other"
    with running_stack(other) as found:
        assert found["platform"]["url"] != status(home)["platform"]["url"]
        supervisor = int((other / "run" / "supervisor.pid").read_text().partition('"pid": ')[2].partition(",")[0])
        family = psutil.Process(supervisor).children(recursive=True)
        os.kill(supervisor, signal.SIGKILL)
        wait_until(lambda: not any(is_alive(one.pid) for one in family), seconds=20)
        assert status(other)["state"] == "down"
        begun = time.monotonic()
        assert haat(other, "up", "--detach").returncode == 0
        assert time.monotonic() - begun < SECOND_START_SECONDS_MAX
        assert answers(status(other))
    assert haat(other, "status").returncode == 3
    assert answers(status(home))
