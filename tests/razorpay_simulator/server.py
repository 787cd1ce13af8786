"""The simulator as tests run it: in a thread for speed, or as a process to be killed."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import razorpay
import requests
import uvicorn

from infra.razorpay_simulator.__main__ import open_world
from infra.razorpay_simulator.app import build
from infra.razorpay_simulator.arguments import arguments

KEY, SECRET, HOOK_SECRET = "rzp_test_glow", "glow-secret", "hook-secret"
DEADLINE = 8.0


def until(ready, what="it"):
    """Poll until `ready()` is truthy and return that; fail after a deadline."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        found = ready()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError(f"{what} did not happen within {DEADLINE} s")


class Simulator:
    """One running simulator and short ways to ask it."""

    def __init__(self, base):
        self.base = base
        self.http = requests.Session()
        self.clients = []
        self.client = self.client_of(KEY, SECRET)

    def client_of(self, key, secret):
        client = razorpay.Client(auth=(key, secret), base_url=self.base)
        self.clients.append(client)
        return client

    def sim(self, path, /, **body):
        return self._control("POST", path, json=body)

    def get(self, path):
        return self._control("GET", path)

    def _control(self, verb, path, /, **options):
        answer = self.http.request(verb, f"{self.base}/_sim/{path}", timeout=5, **options)
        assert answer.ok, answer.text
        return answer.json()

    def raw(self, method, path, **options):
        return self.http.request(method, self.base + path, auth=(KEY, SECRET), timeout=5, **options)

    def idle(self):
        until(lambda: self.get("status")["idle"], "the simulator becoming idle")

    def close(self):
        self.http.close()
        for client in self.clients:
            client.session.close()


class QuickServer(uvicorn.Server):
    """Looks for its end every 10 ms and ends without uvicorn's pauses: a suite starts many."""

    async def main_loop(self):
        await self.on_tick(0)
        while not self.should_exit:  # noqa: ASYNC110 - uvicorn's flag is set from another thread
            await asyncio.sleep(0.01)

    async def shutdown(self, sockets=None):
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        while self.server_state.connections:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.002)
        await self.lifespan.shutdown()


class InThread(Simulator):
    def __init__(self, folder: Path, *flags: str):
        given = ["--db", str(folder / "simulator.sqlite3"), "--key-id", KEY, "--key-secret", SECRET]
        self.world = open_world(arguments([*given, "--retry-base", "0.05", *flags]))
        listener = socket.create_server(("127.0.0.1", 0))
        # asyncio does this for sockets of its own; without it every answer waits 40 ms for an acknowledgement.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(build(self.world), log_level="critical", ws="none", loop="asyncio", proxy_headers=False)
        self.server = QuickServer(config)
        self.thread = threading.Thread(target=self.server.run, args=([listener],))
        self.thread.start()
        until(lambda: self.server.started, "start")
        super().__init__(f"http://127.0.0.1:{listener.getsockname()[1]}")

    def close(self):
        super().close()
        self.server.should_exit = True
        self.thread.join()
        self.world.store.close()


class InProcess(Simulator):
    """A process of its own, for kill -9 and start again on the same file and port."""

    def __init__(self, folder: Path, *flags: str):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        given = ["--port", str(port), "--db", str(folder / "simulator.sqlite3")]
        keys = ["--key-id", KEY, "--key-secret", SECRET, "--retry-base", "0.1"]
        self.command = [sys.executable, "-m", "infra.razorpay_simulator", *given, *keys, *flags]
        super().__init__(f"http://127.0.0.1:{port}")
        self.start()

    def start(self):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(self.command, env={**os.environ, "HAAT_ENV": "test"}, **quiet)
        until(self._answers, "start")

    def _answers(self):
        try:
            return self.http.get(self.base + "/_sim/status", timeout=1).ok
        except requests.ConnectionError:
            return False

    def kill(self):
        self.process.kill()
        self.process.wait()

    def run_once(self, environment):
        return subprocess.run(
            self.command, env={**os.environ, **environment}, capture_output=True, check=False
        ).returncode

    def memory_mb(self):
        full = psutil.Process(self.process.pid).memory_full_info()
        return getattr(full, "pss", full.rss) / 2**20

    def close(self):
        super().close()
        self.process.terminate()
        self.process.wait()
