"""The ports of one checkout: given by the environment, or free ones chosen once and kept in ports.json."""

import contextlib
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from infra.local.errors import LocalError
from infra.local.files import read_json, write_json

# name → environment variable that fixes it
PORTS = {
    "web": "HAAT_PORT",
    "simulator": "HAAT_SIMULATOR_PORT",
    "inbox": "HAAT_INBOX_PORT",
    "smtp": "HAAT_SMTP_PORT",
    "postgres": "HAAT_POSTGRES_PORT",
    "valkey": "HAAT_VALKEY_PORT",
}
WEB_FIRST_CHOICES = range(8000, 8010)


def listen(port: int) -> socket.socket | None:
    """A listening socket on the port (0: any), or None when another program has it.

    Listening and not only binding: it is what keeps a second checkout, starting at the same moment, away.
    """
    holder = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        holder.bind(("127.0.0.1", port))
        holder.listen(1)
    except OSError:
        holder.close()
        return None
    return None if _taken_on_ipv6(holder) else holder


def _taken_on_ipv6(holder: socket.socket) -> bool:
    """Browsers try ::1 first for *.localhost, so a program there would answer in our place."""
    if not socket.has_ipv6:
        return False
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.2)
        taken = probe.connect_ex(("::1", holder.getsockname()[1])) == 0
    if taken:
        holder.close()
    return taken


@dataclass
class Ports:
    numbers: dict[str, int]
    held: dict[str, socket.socket] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        return self.numbers[name]

    def release(self, name: str) -> None:
        """Lets go of a port just before its process takes it."""
        with contextlib.suppress(KeyError):
            self.held.pop(name).close()

    def release_all(self) -> None:
        for name in list(self.held):
            self.release(name)


def reserve(file: Path, environ: Mapping[str, str] = os.environ) -> Ports:
    """Chooses and holds every port. Kept ones are chosen again only when another program took them meanwhile."""
    kept = read_json(file) or {}
    ports = Ports({})
    for name, variable in PORTS.items():
        given = environ.get(variable)
        holder = _given(variable, given) if given else _free(name, kept.get(name))
        ports.held[name] = holder
        ports.numbers[name] = holder.getsockname()[1]
    if ports.numbers != kept:
        write_json(file, ports.numbers)
    return ports


def _given(variable: str, value: str) -> socket.socket:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise LocalError(f"{variable} is {value!r}; it must be a port number between 1 and 65535.")
    holder = listen(int(value))
    if holder is None:
        raise LocalError(f"{variable}={value}: another program listens on that port. Stop it, or give another port.")
    return holder


def _free(name: str, kept: int | None) -> socket.socket:
    choices = [kept] if kept else list(WEB_FIRST_CHOICES) if name == "web" else []
    for port in [*choices, 0]:
        holder = listen(port)
        if holder is not None:
            return holder
    raise LocalError("No free port was found on 127.0.0.1.")


def known(file: Path) -> dict[str, int]:
    """The numbers kept by the last start, without holding anything."""
    return dict(read_json(file) or {})
