"""What the tests of the shield share: a DNS of their own, over HTTPS's JSON form, and staff who proved themselves."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from haat.core import clock
from tests.shield.crawl import answers  # noqa: F401 - a fixture of this folder

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERS = {"A": 1, "CNAME": 5, "TXT": 16, "AAAA": 28}


class Dns:
    """Records by (name, type), answered as Google's and Cloudflare's JSON resolvers do."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], list[str]] = {}
        self.code = 0
        self.status = 200
        self.asked: list[str] = []

    def answer(self, name: str, kind: str) -> dict[str, Any]:
        self.asked.append(f"{name} {kind}")
        found = self.records.get((name, kind))
        rows = [{"name": name, "type": 5, "data": "alias.example."}]  # an alias on the way is not an answer
        rows += [{"name": name, "type": NUMBERS[kind], "TTL": 60, "data": one} for one in found or []]
        return {"Status": self.code or (0 if found else 3), "Answer": rows}


@pytest.fixture
def dns(settings: Any) -> Iterator[Dns]:
    zone = Dns()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = parse_qs(urlsplit(self.path).query)
            assert self.headers["Accept"] == "application/dns-json"
            body = json.dumps(zone.answer(asked["name"][0], asked["type"][0])).encode()
            self.send_response(zone.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.HAAT_DNS_URL = f"http://127.0.0.1:{server.server_port}/dns-query"
    settings.HAAT_EDGE_HOST = "edge.haat.example"
    zone.records["edge.haat.example", "A"] = ["203.0.113.80"]
    yield zone
    server.shutdown()
    server.server_close()
    thread.join()


def prove(user: Any) -> None:
    """As if they had just used their authenticator app."""
    from haat.identity.models import TokenFamily
    from haat.tenancy.context import public_scope

    with public_scope():
        TokenFamily.objects.filter(user=user).update(proved_at=clock.now())
