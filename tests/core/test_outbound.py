"""Calls to servers that somebody else names do not reach into our network (ASVS item 35)."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest
import requests

from haat.core import outbound

GONE = Event()  # of a server that drips for ever: nobody sets it, its client goes


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/away" else 200)
        if self.path == "/away":
            self.send_header("Location", "/")
        self.end_headers()
        if self.path == "/drip":
            with contextlib.suppress(OSError):  # until the client has gone
                while not GONE.wait(0.01):
                    self.wfile.write(b"x")
            return
        self.wfile.write(b"x" * (2_000_000 if self.path == "/long" else 2))

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def inside() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3", "224.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1",
    ],
)  # fmt: skip
def test_an_address_of_ours_is_not_public(address: str) -> None:
    """ASVS item 35: also when it hides in an IPv6 address."""
    assert not outbound.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_of_everybody_is_public(address: str) -> None:
    assert outbound.is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1"])
def test_a_name_that_leads_inside_is_refused_however_it_is_written(inside: str, host: str) -> None:
    """ASVS item 35."""
    port = inside.rpartition(":")[2]
    with outbound.session(private=False) as http, pytest.raises(requests.ConnectionError, match="private network"):
        http.get(f"http://{host}:{port}/")


def test_one_private_address_among_public_ones_is_enough(monkeypatch: Any) -> None:
    """ASVS item 35."""
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: rows)
    with pytest.raises(outbound.Refused, match="private network"):
        outbound.public_address("rebinding.example", 80)


def test_the_name_is_looked_up_once_and_the_checked_address_is_called(monkeypatch: Any) -> None:
    """ASVS item 35: a second answer of the name server has no chance (DNS rebinding)."""
    asked, called = [], []

    def look_up(host: str, port: int, **_: Any) -> Any:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8" if len(asked) == 1 else "127.0.0.1", port))]

    def connect(address: tuple[str, int], *_: Any) -> Any:
        called.append(address)
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with outbound.session(private=False) as http, pytest.raises(Exception, match="No connection"):
        http.get("http://rebinding.example/")
    assert asked == ["rebinding.example"]
    assert called == [("8.8.8.8", 80)]


def test_a_redirect_and_an_endless_answer_are_refused(inside: str) -> None:
    """ASVS items 31 and 35."""
    with outbound.session(private=True) as http:
        assert http.get(inside).text == "xx"
        with pytest.raises(outbound.Refused, match="redirects"):
            http.get(f"{inside}/away")
        with pytest.raises(outbound.Refused, match="too long"):
            http.get(f"{inside}/long")


def test_production_calls_strangers_over_https_only(settings: Any) -> None:
    settings.PRODUCTION = True
    with outbound.session(private=False) as http, pytest.raises(outbound.Refused, match="https"):
        http.get("http://example.com/")


def test_the_machines_proxy_is_not_used(monkeypatch: Any, inside: str) -> None:
    """A proxy would look names up itself, behind our check."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with outbound.session(private=True) as http:
        assert http.get(inside).status_code == 200


def test_an_answer_that_comes_byte_by_byte_is_left_after_a_while(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No single wait is too long, and no chunk is ever full."""
    monkeypatch.setattr(outbound, "WHOLE_ANSWER_SECONDS", 0.1)
    with pytest.raises(outbound.Refused, match="too slow"):
        outbound.session(private=True).get(f"{inside}/drip")
