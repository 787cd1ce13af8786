"""Whether a process answers yet. Each probe is cheap and never raises."""

import http.client
import socket
from collections.abc import Callable
from pathlib import Path

Probe = Callable[[], bool]


def http_ok(port: int, path: str, *, host: str = "127.0.0.1", timeout: float = 2.0) -> Probe:
    """GET answers below 400. `host` is the name asked for; the connection always goes to this machine."""

    def probe() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        try:
            connection.request("GET", path, headers={"Host": host})
            return connection.getresponse().status < 400
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    return probe


def listens(port: int) -> Probe:
    def probe() -> bool:
        with socket.socket() as client:
            client.settimeout(0.5)
            return client.connect_ex(("127.0.0.1", port)) == 0

    return probe


def log_says(log: Path, words: str, start: int) -> bool:
    """The words appear in the log after its first `start` bytes."""
    try:
        with log.open("rb") as file:
            file.seek(start)
            return words.encode() in file.read()
    except OSError:
        return False
