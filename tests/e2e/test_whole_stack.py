"""The stack itself: everything is up, what dies comes back, a second checkout stands beside it.

`test_kills` kills web, worker, relay and simulator while somebody pays; here it is the services below them.
"""

import os
import signal

import psutil
import pytest

from infra.local.probes import http_ok
from infra.local.testing import haat, running_stack, status
from tests.infra.waiting import is_alive, wait_until

pytestmark = pytest.mark.slow

PROCESSES = ["inbox", "postgres", "relay", "simulator", "valkey", "web", "worker"]


def pids(home):
    return {process["name"]: process["pid"] for process in status(home)["processes"]}


def answers(found):
    host = found["platform"]["host"]
    port = int(found["platform"]["url"].rpartition(":")[2])
    return http_ok(port, "/healthz", host=f"{host}:{port}")()


def test_everything_is_up_and_answers(home, stack):
    found = status(home)
    assert found["state"] == "up"
    assert sorted(process["name"] for process in found["processes"]) == PROCESSES
    assert {process["state"] for process in found["processes"]} == {"running"}
    assert all(is_alive(process["pid"]) for process in found["processes"])
    assert answers(found)


def test_a_second_up_shows_what_runs_and_starts_nothing(home, stack):
    before = pids(home)
    again = haat(home, "up")
    assert again.returncode == 0
    assert "Haat is up." in again.stdout
    assert pids(home) == before


def test_killed_services_come_back(home, stack):
    names, before = ("valkey", "postgres"), pids(home)
    for name in names:
        os.kill(before[name], signal.SIGKILL)
    wait_until(lambda: all(pids(home)[name] not in (before[name], None) for name in names), seconds=120)
    wait_until(lambda: {one["state"] for one in status(home)["processes"]} == {"running"}, seconds=120)
    wait_until(lambda: answers(status(home)), seconds=120)
    log = (home / "logs" / "up.log").read_text()
    assert all(f"{name} stopped (signal 9), starting it again" in log for name in names)


def test_a_second_checkout_stands_beside_it_and_leaves_nothing_when_killed(home, stack, tmp_path):
    other = tmp_path / "other"
    with running_stack(other) as found:
        assert found["platform"]["url"] != status(home)["platform"]["url"]
        supervisor = int((other / "run" / "supervisor.pid").read_text().partition('"pid": ')[2].partition(",")[0])
        family = psutil.Process(supervisor).children(recursive=True)
        os.kill(supervisor, signal.SIGKILL)
        wait_until(lambda: not any(is_alive(one.pid) for one in family), seconds=120)
        assert status(other)["state"] == "down"
        assert haat(other, "up", "--detach").returncode == 0
        assert answers(status(other))
    assert haat(other, "status").returncode == 3
    assert answers(status(home))
